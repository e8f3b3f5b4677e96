package lab.crawl.async.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import lab.contract.OddReplies;
import lab.contract.OddReply;
import lab.contract.OddServer;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchResult;
import lab.crawl.async.ScriptedServer;
import lab.crawl.async.ScriptedServer.Script;
import lab.crawl.fetch.BlockingFetcher;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server says, OkHttp and our client make the same of it: else crawls would differ by their design. */
class SameResultsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  static List<OddReply> oddReplies() {
    return OddReplies.all();
  }

  /** And the next page is right, whichever connection it comes by. */
  @ParameterizedTest
  @MethodSource("oddReplies")
  void bothMakeOfAnOddReplyWhatItIs(OddReply reply) throws Exception {
    try (OddServer server = new OddServer(List.of(reply))) {
      CrawlPlan plan = CrawlPlan.of(server.url("/")).maxBodyBytes(OddReplies.MAX_BODY).timeout(Duration.ofSeconds(30)).build();
      String odd = server.url(OddServer.path(0));
      String plain = server.url("/plain");
      try (BlockingFetcher blocking = new BlockingFetcher(plan); LoopClient loop = new LoopClient(plan)) {
        for (String url : List.of(odd, plain, odd, plain)) {
          FetchResult expected = blocking.fetch(HttpUrl.get(url));
          FetchResult result = loop.fetch(url);
          assertThat(OddReply.outcome(result)).as("%s: %s", url, result)
              .isEqualTo(OddReply.outcome(expected)).isEqualTo(url.equals(odd) ? reply.outcome() : "saved");
          assertThat(result).usingRecursiveComparison().isEqualTo(expected);
          assertThat(OddReply.body(result)).isEqualTo(url.equals(odd) ? reply.body() : "plain");
        }
      }
    }
  }

  static Stream<Arguments> resets() {
    return Stream.of(
        does("reset at once", ScriptedServer.Talk::reset),
        does("reset after the request", talk -> {
          talk.request();
          talk.reset();
        }),
        does("reset within the head", talk -> {
          talk.request();
          talk.send("HTTP/1.1 200 O");
          talk.reset();
        }),
        does("reset within the body", talk -> {
          talk.request();
          talk.send(OK + "Content-Length: 50\r\n\r\nhello");
          talk.reset();
        }));
  }

  @ParameterizedTest
  @MethodSource("resets")
  void aResetIsALostConnectionForBoth(Script script) throws Exception {
    assertBoth("failed connection-lost", script);
  }

  static List<String> leftOver() {
    return List.of("\r\n", "0\r\n\r\n", " world", "hello\n", "\u0000\r\n", "HTTP/1.1 100 Continue\r\n\r\n\r\n", "garbage\r\n\r\n");
  }

  /** What comes after a reply so late that the next request is on its way: the end of chunks after a 204, say. */
  @ParameterizedTest
  @MethodSource("leftOver")
  void whatIsLeftOverIsNoReplyThoughItComesLate(String leftOver) throws Exception {
    Script script = talk -> {
      talk.request();
      talk.send(ScriptedServer.page("hello"));
      talk.request();
      talk.send(leftOver + ScriptedServer.page("hello"));
      talk.awaitClientClose();
    };
    try (ScriptedServer server = new ScriptedServer(script)) {
      CrawlPlan plan = server.plan().build();
      try (BlockingFetcher blocking = new BlockingFetcher(plan); LoopClient loop = new LoopClient(plan)) {
        for (int i = 0; i < 3; i++) {
          assertThat(OddReply.body(blocking.fetch(plan.seed()))).isEqualTo("hello");
          assertThat(OddReply.body(loop.fetch(plan.seed().toString()))).isEqualTo("hello");
        }
      }
    }
  }

  private static void assertBoth(String outcome, Script script) throws Exception {
    try (ScriptedServer server = new ScriptedServer(script)) {
      assertBoth(outcome, server.plan().timeout(Duration.ofSeconds(30)).build());
    }
  }

  private static void assertBoth(String outcome, CrawlPlan plan) throws Exception {
    assertIs(outcome, blocking(plan), "OkHttp");
    assertIs(outcome, onLoop(plan), "our client");
  }

  private static void assertIs(String outcome, FetchResult result, String client) {
    assertThat(OddReply.outcome(result)).as("%s: %s", client, result).isEqualTo(outcome);
  }

  static Stream<Arguments> headers() {
    return Stream.of(
        argumentSet("UTF-8", "Location: /caf\u00e9\r\n"),
        argumentSet("twice", "Location: /a\r\nLocation: /b\r\n"),
        argumentSet("space around", "Location:   /a  \r\nContent-Type:text/html\r\n"),
        argumentSet("retry after", "Retry-After: 7\r\ncontent-type: text/plain; charset=x\r\n"));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void bothClientsReadTheSameHeaders(String headers) throws Exception {
    Script script = saying(("HTTP/1.1 301 Moved\r\nContent-Length: 0\r\n" + headers + "\r\n").getBytes(StandardCharsets.UTF_8));
    try (ScriptedServer server = new ScriptedServer(script)) {
      FetchResult.Reply expected = (FetchResult.Reply) blocking(server.plan().build());
      FetchResult.Reply reply = (FetchResult.Reply) onLoop(server.plan().build());
      assertThat(reply).usingRecursiveComparison().isEqualTo(expected);
    }
  }

  @Test
  void bothClientsSendTheSameRequest() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.pages("hello"))) {
      CrawlPlan plan = CrawlPlan.of(server.url("/a%20b/%C3%A9?q=1&r=%2F")).build();
      blocking(plan);
      onLoop(plan);
      assertThat(server.requests()).hasSize(2);
      assertThat(server.requests().get(1)).isEqualTo(server.requests().get(0));
    }
  }

  @Test
  void silenceTimesOutInBoth() throws Exception {
    assertTimesOut(talk -> {
      talk.request();
      talk.awaitClientClose();
    });
  }

  @Test
  void aDrippingBodyTimesOutInBoth() throws Exception {
    assertTimesOut(talk -> {
      talk.request();
      talk.send(OK + "\r\n");
      while (true) {
        talk.send("x");
        // The server's pace, and nobody's wait: the body must not be too large before it is too slow.
        Thread.sleep(5);
      }
    });
  }

  /** The head of the reply has said it all by then. */
  @Test
  void aRedirectIsARedirectThoughItsBodyNeverComes() throws Exception {
    Script script = talk -> {
      talk.request();
      talk.send("HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 9\r\n\r\n");
      talk.awaitClientClose();
    };
    try (ScriptedServer server = new ScriptedServer(script)) {
      assertBoth("redirected 302", server.plan().timeout(Duration.ofMillis(200)).build());
    }
  }

  private static void assertTimesOut(Script script) throws Exception {
    try (ScriptedServer server = new ScriptedServer(script)) {
      assertBoth("failed timeout", server.plan().timeout(Duration.ofMillis(200)).build());
    }
  }

  /** What a server says before it is asked is a part of its reply. */
  @Test
  void aServerThatSpeaksFirstIsHeard() throws Exception {
    assertBoth("failed malformed-reply", talk -> {
      talk.send("220 mail.example ESMTP\r\n");
      talk.awaitClientClose();
    });
  }

  @Test
  void aClosedPortRefusesBoth() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    for (String host : new String[] {"127.0.0.1", "localhost"}) {
      assertBoth("failed connect", CrawlPlan.of("http://" + host + ":" + port + "/").build());
    }
  }

  @Test
  void aHostWithoutAddressIsUnknownToBoth() throws Exception {
    assertBoth("failed unknown-host", CrawlPlan.of("http://no-such-host.invalid/").build());
  }

  @Test
  void aPlainServerHasNoTlsForBoth() throws Exception {
    assertBothOverTls("failed tls", talk -> talk.send("HTTP/1.1 400 Bad Request\r\n\r\n"));
  }

  /** Often, because the end may come before the client's first word, or after it. */
  @RepeatedTest(20)
  void anEndWithinTheHandshakeIsALostConnectionForBoth() throws Exception {
    assertBothOverTls("failed connection-lost", talk -> {});
    assertBothOverTls("failed connection-lost", talk -> talk.send(new byte[] {22, 3, 3, 0, 100, 2}));
    assertBothOverTls("failed connection-lost", ScriptedServer.Talk::reset);
  }

  private static void assertBothOverTls(String outcome, Script script) throws Exception {
    try (ScriptedServer server = new ScriptedServer(script)) {
      assertBoth(outcome, CrawlPlan.of("https://127.0.0.1:" + server.port() + "/").build());
    }
  }

  private static FetchResult blocking(CrawlPlan plan) throws Exception {
    try (BlockingFetcher fetcher = new BlockingFetcher(plan)) {
      return fetcher.fetch(plan.seed());
    }
  }

  private static FetchResult onLoop(CrawlPlan plan) throws Exception {
    try (LoopClient client = new LoopClient(plan)) {
      return client.fetch(plan.seed().toString());
    }
  }

  private static Script saying(byte[] reply) {
    return talk -> {
      talk.request();
      talk.send(reply);
    };
  }

  private static Arguments does(String name, Script script) {
    return argumentSet(name, script);
  }
}
