package lab.crawl.async.http;

import static lab.crawl.SpanKind.CONNECT;
import static lab.crawl.SpanKind.RECEIVE;
import static lab.crawl.SpanKind.WAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import lab.crawl.CrawlPlan;
import lab.crawl.Span;
import lab.crawl.SpanKind;
import lab.crawl.async.ScriptedServer;
import lab.crawl.async.ScriptedServer.Script;
import lab.crawl.fetch.BlockingFetcher;
import lab.crawl.measure.RecordedLane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server does, OkHttp and our client were at the same meanwhile: else timelines would differ by their client. */
@Timeout(120)
class SameSpansTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String HELLO = OK + "Content-Length: 5\r\n\r\nhello";

  /** What a connection says before it is closed. */
  static Stream<Arguments> replies() {
    return Stream.of(
        says("reply", List.of(CONNECT, WAIT, RECEIVE), HELLO),
        says("empty body", List.of(CONNECT, WAIT, RECEIVE), OK + "Content-Length: 0\r\n\r\n"),
        says("body until the end", List.of(CONNECT, WAIT, RECEIVE), OK + "\r\nhello"),
        says("early hints first", List.of(CONNECT, WAIT, RECEIVE), "HTTP/1.1 103 Early Hints\r\n\r\n" + HELLO),
        says("redirect", List.of(CONNECT, WAIT, RECEIVE), "HTTP/1.1 302 x\r\nLocation: /a\r\nContent-Length: 0\r\n\r\n"),
        says("204 with a body", List.of(CONNECT, WAIT, RECEIVE), "HTTP/1.1 204 x\r\nContent-Length: 5\r\n\r\nhello"),
        says("body too long", List.of(CONNECT, WAIT, RECEIVE), ScriptedServer.page("x".repeat(2000))),
        says("half a body", List.of(CONNECT, WAIT, RECEIVE), OK + "Content-Length: 50\r\n\r\nhello"),
        says("broken gzip", List.of(CONNECT, WAIT, RECEIVE),
            OK + "Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello"),
        says("malformed chunk", List.of(CONNECT, WAIT, RECEIVE), OK + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n"),
        says("half a head", List.of(CONNECT, WAIT), OK + "Content-Le"),
        says("garbage", List.of(CONNECT, WAIT), "garbage\r\n\r\n"),
        says("empty reply", List.of(CONNECT, WAIT), ""));
  }

  @ParameterizedTest
  @MethodSource("replies")
  void bothRecordTheSame(List<SpanKind> expected, Script script) throws Exception {
    assertBothRecord(expected, 1, script);
  }

  @Test
  void aResetEndsTheWait() throws Exception {
    assertBothRecord(List.of(CONNECT, WAIT), 1, talk -> {
      talk.request();
      talk.reset();
    });
  }

  @Test
  void aKeptConnectionIsOnlyWaitedForAndRead() throws Exception {
    assertBothRecord(List.of(CONNECT, WAIT, RECEIVE, WAIT, RECEIVE), 2, ScriptedServer.pages("hello"));
  }

  @Test
  void aKeptConnectionThatIsGoneIsMadeAgain() throws Exception {
    Script closesAtTheSecondRequest = talk -> {
      talk.request();
      talk.send(HELLO);
      talk.request();
    };
    assertBothRecord(
        List.of(CONNECT, WAIT, RECEIVE, WAIT, CONNECT, WAIT, RECEIVE), 2, closesAtTheSecondRequest);
  }

  @Test
  void silenceIsWaitedForUntilTheTimeout() throws Exception {
    Script silent = talk -> {
      talk.request();
      talk.hold();
    };
    try (ScriptedServer server = new ScriptedServer(silent)) {
      assertBothRecord(List.of(CONNECT, WAIT), 1, server.plan().timeout(Duration.ofMillis(200)).build());
    }
  }

  @Test
  void aRefusedConnectionWasBeingMade() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    assertBothRecord(List.of(CONNECT), 1, CrawlPlan.of("http://127.0.0.1:" + port + "/").retries(0).build());
    assertBothRecord(List.of(CONNECT), 1, CrawlPlan.of("http://localhost:" + port + "/").retries(0).build());
  }

  @Test
  void aHostThatIsNotFoundWasBeingConnectedTo() throws Exception {
    assertBothRecord(List.of(CONNECT), 1, CrawlPlan.of("http://no-such-host.invalid/").retries(0).build());
  }

  @Test
  void aFailedHandshakeWasAPartOfConnecting() throws Exception {
    Script noTls = talk -> talk.send("HTTP/1.1 400 Bad Request\r\n\r\n");
    try (ScriptedServer server = new ScriptedServer(noTls)) {
      assertBothRecord(List.of(CONNECT), 1, CrawlPlan.of("https://127.0.0.1:" + server.port() + "/").retries(0).build());
    }
  }

  private static void assertBothRecord(List<SpanKind> expected, int fetches, Script script) throws Exception {
    try (ScriptedServer server = new ScriptedServer(script)) {
      assertBothRecord(expected, fetches, server.plan().maxBodyBytes(1000).build());
    }
  }

  private static void assertBothRecord(List<SpanKind> expected, int fetches, CrawlPlan plan) throws Exception {
    assertThat(blocking(plan, fetches)).as("OkHttp").isEqualTo(expected);
    assertThat(onLoop(plan, fetches)).as("our client").isEqualTo(expected);
  }

  private static List<SpanKind> blocking(CrawlPlan plan, int fetches) throws Exception {
    RecordedLane lane = new RecordedLane("test");
    try (BlockingFetcher fetcher = new BlockingFetcher(plan)) {
      for (int i = 0; i < fetches; i++) {
        fetcher.fetch(plan.seed(), lane);
      }
    }
    return kinds(lane);
  }

  private static List<SpanKind> onLoop(CrawlPlan plan, int fetches) throws Exception {
    RecordedLane lane = new RecordedLane("test");
    try (LoopClient client = new LoopClient(plan)) {
      for (int i = 0; i < fetches; i++) {
        client.fetch(plan.seed().toString(), lane);
      }
    }
    return kinds(lane);
  }

  /** What one fetch was at, one after another: so each span must begin no sooner than the last one ended. */
  private static List<SpanKind> kinds(RecordedLane lane) {
    List<Span> spans = lane.spans();
    for (int i = 1; i < spans.size(); i++) {
      assertThat(spans.get(i).begin()).as("span %d of %s", i, spans).isGreaterThanOrEqualTo(spans.get(i - 1).end());
    }
    return spans.stream().map(Span::kind).toList();
  }

  private static Arguments says(String name, List<SpanKind> expected, String reply) {
    Script script = talk -> {
      talk.request();
      talk.send(reply);
    };
    return argumentSet(name, expected, script);
  }
}
