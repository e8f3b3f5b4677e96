package lab.crawl.async.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import lab.crawl.async.ScriptedServer;
import lab.crawl.async.ScriptedServer.Script;
import lab.crawl.fetch.BlockingFetcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server says, OkHttp and our client make the same of it: else crawls would differ by their design. */
class SameResultsTest {
  private static final int MAX_BODY = 100_000;
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String GARBAGE = "lskdu018973t09sylgasjkfg1][]'./.sdlv";

  static Stream<Arguments> replies() {
    return Stream.of(
        says("content length", "saved:hello", OK + "Content-Length: 5\r\n\r\nhello"),
        says("no length", "saved:hello", OK + "\r\nhello"),
        says("HTTP/1.0", "saved:hello", "HTTP/1.0 200 OK\r\n\r\nhello"),
        says("no reason", "saved:hi", "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nhi"),
        says("chunks", "saved:hello", OK + "Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;ext=1\r\nlo\r\n0\r\nT: x\r\n\r\n"),
        says("chunks and a length", "saved:hi",
            OK + "Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n"),
        says("bare line feeds", "saved:hi", "HTTP/1.1 200 OK\nContent-Length: 2\n\nhi"),
        says("odd header names", "saved:hi", OK + "We ird(name): 1\r\nContent-Length: 2\r\n\r\nhi"),
        says("empty body", "saved:", OK + "Content-Length: 0\r\n\r\n"),
        says("204", "204:", "HTTP/1.1 204 No Content\r\n\r\n"),
        says("204 with a body", "MALFORMED_REPLY", "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello"),
        says("304", "304:", "HTTP/1.1 304 Not Modified\r\n\r\n"),
        says("404 with a body", "404:oh", "HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\noh"),
        says("100 first", "saved:hi", "HTTP/1.1 100 Continue\r\n\r\n" + OK + "Content-Length: 2\r\n\r\nhi"),
        says("103 first", "saved:hi", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + OK + "Content-Length: 2\r\n\r\nhi"),
        says("599", "599:", "HTTP/1.1 599 Odd\r\nContent-Length: 0\r\n\r\n"),
        says("body at the limit", "saved:" + "x".repeat(MAX_BODY), ScriptedServer.page("x".repeat(MAX_BODY))),
        says("body over the limit", "TOO_LARGE", ScriptedServer.page("x".repeat(MAX_BODY + 1))),
        says("endless body", "TOO_LARGE", OK + "\r\n" + "x".repeat(2 * MAX_BODY)),
        says("long head", "saved:hi", OK + "X: " + "y".repeat(30_000) + "\r\nContent-Length: 2\r\n\r\nhi"),

        says("empty reply", "CONNECTION_LOST", ""),
        says("random data, then close", "CONNECTION_LOST", GARBAGE),
        says("garbage line", "MALFORMED_REPLY", GARBAGE + "\r\n\r\n"),
        says("another protocol", "MALFORMED_REPLY", "SSH-2.0-OpenSSH_9.2\r\n"),
        says("status is no number", "MALFORMED_REPLY", "HTTP/1.1 abc OK\r\n\r\n"),
        says("end within the status line", "CONNECTION_LOST", "HTTP/1.1 20"),
        says("end within the head", "CONNECTION_LOST", OK + "Content-Le"),
        says("end within the head, after a line", "CONNECTION_LOST", OK + "Content-Length: 5\r\n"),
        says("end within the body", "CONNECTION_LOST", OK + "Content-Length: 50\r\n\r\nhello"),
        says("end before the body", "CONNECTION_LOST", OK + "Content-Length: 50\r\n\r\n"),
        says("end within a chunk", "CONNECTION_LOST", OK + "Transfer-Encoding: chunked\r\n\r\n9\r\nhe"),
        says("end between chunks", "CONNECTION_LOST", OK + "Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n"),
        says("end before the last chunk's end", "CONNECTION_LOST", OK + "Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n0\r\n"),
        says("malformed chunk, then close", "MALFORMED_REPLY", OK + "Transfer-Encoding: chunked\r\n\r\n" + GARBAGE),
        says("malformed second chunk, then close", "MALFORMED_REPLY",
            OK + "Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n" + GARBAGE),
        says("end within a chunk's size", "CONNECTION_LOST", OK + "Transfer-Encoding: chunked\r\n\r\n1"),
        says("malformed chunk", "MALFORMED_REPLY", OK + "Transfer-Encoding: chunked\r\n\r\n" + GARBAGE + "\r\n\r\n"),
        says("chunk size below 0", "MALFORMED_REPLY", OK + "Transfer-Encoding: chunked\r\n\r\n-2\r\nhe\r\n"),

        says("gzip", "saved:hello", gzipReply(gzip("hello"))),
        says("gzip at the limit", "saved:" + "x".repeat(MAX_BODY), gzipReply(gzip("x".repeat(MAX_BODY)))),
        says("gzip bomb", "TOO_LARGE", gzipReply(gzip("x".repeat(50 * MAX_BODY)))),
        says("gzip that breaks off", "MALFORMED_REPLY", gzipReply(Arrays.copyOf(gzip("hello"), 12))),
        says("gzip without its trailer", "MALFORMED_REPLY", gzipReply(Arrays.copyOf(gzip("hello"), gzip("hello").length - 8))),
        says("gzip with a wrong checksum", "MALFORMED_REPLY", gzipReply(changed(gzip("hello"), gzip("hello").length - 6))),
        says("gzip with a broken body", "MALFORMED_REPLY", gzipReply(changed(gzip("hello"), 10))),
        says("gzip that is none", "MALFORMED_REPLY", gzipReply("this is not gzip at all".getBytes(StandardCharsets.UTF_8))),
        says("gzip with more after it", "MALFORMED_REPLY", gzipReply(Arrays.copyOf(gzip("hello"), gzip("hello").length + 3))),
        says("empty gzip", "MALFORMED_REPLY", gzipReply(new byte[0])),
        says("another content coding", "saved:hello", OK + "Content-Encoding: deflate\r\nContent-Length: 5\r\n\r\nhello"),

        does("reset at once", "CONNECTION_LOST", ScriptedServer.Talk::reset),
        does("reset after the request", "CONNECTION_LOST", talk -> {
          talk.request();
          talk.reset();
        }),
        does("reset within the head", "CONNECTION_LOST", talk -> {
          talk.request();
          talk.send("HTTP/1.1 200 O");
          talk.reset();
        }),
        does("reset within the body", "CONNECTION_LOST", talk -> {
          talk.request();
          talk.send(OK + "Content-Length: 50\r\n\r\nhello");
          talk.reset();
        }));
  }

  @ParameterizedTest
  @MethodSource("replies")
  void bothClientsMakeTheSameOfIt(String expected, Script script) throws Exception {
    try (ScriptedServer server = new ScriptedServer(script)) {
      CrawlPlan plan = server.plan().maxBodyBytes(MAX_BODY).timeout(Duration.ofSeconds(30)).build();
      assertThat(brief(blocking(plan))).as("OkHttp").isEqualTo(expected);
      assertThat(brief(onLoop(plan))).as("our client").isEqualTo(expected);
    }
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
      assertThat(server.requests().get(1)).isEqualToIgnoringCase(server.requests().get(0));
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
        Thread.sleep(5);
      }
    });
  }

  private static void assertTimesOut(Script script) throws Exception {
    try (ScriptedServer server = new ScriptedServer(script)) {
      CrawlPlan plan = server.plan().timeout(Duration.ofMillis(200)).build();
      assertThat(brief(blocking(plan))).isEqualTo("TIMEOUT");
      assertThat(brief(onLoop(plan))).isEqualTo("TIMEOUT");
    }
  }

  @Test
  void aClosedPortRefusesBoth() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    for (String host : new String[] {"127.0.0.1", "localhost"}) {
      CrawlPlan plan = CrawlPlan.of("http://" + host + ":" + port + "/").retries(0).build();
      assertThat(brief(blocking(plan))).isEqualTo("CONNECT");
      assertThat(brief(onLoop(plan))).isEqualTo("CONNECT");
    }
  }

  @Test
  void aHostWithoutAddressIsUnknownToBoth() throws Exception {
    CrawlPlan plan = CrawlPlan.of("http://no-such-host.invalid/").retries(0).build();
    assertThat(brief(blocking(plan))).isEqualTo("UNKNOWN_HOST");
    assertThat(brief(onLoop(plan))).isEqualTo("UNKNOWN_HOST");
  }

  @Test
  void aPlainServerHasNoTlsForBoth() throws Exception {
    Script script = talk -> talk.send("HTTP/1.1 400 Bad Request\r\n\r\n");
    try (ScriptedServer server = new ScriptedServer(script)) {
      CrawlPlan plan = CrawlPlan.of("https://127.0.0.1:" + server.port() + "/").retries(0).build();
      assertThat(brief(blocking(plan))).isEqualTo("TLS");
      assertThat(brief(onLoop(plan))).isEqualTo("TLS");
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

  private static String brief(FetchResult result) {
    return switch (result) {
      case FetchResult.Failure(FailureKind kind, String _) -> kind.name();
      case FetchResult.Reply reply -> (reply.status() == 200 ? "saved" : reply.status() + "")
          + ":" + new String(reply.body(), StandardCharsets.UTF_8);
    };
  }

  private static Arguments says(String name, String expected, String reply) {
    return says(name, expected, reply.getBytes(StandardCharsets.UTF_8));
  }

  private static Arguments says(String name, String expected, byte[] reply) {
    return does(name, expected, saying(reply));
  }

  private static Script saying(byte[] reply) {
    return talk -> {
      talk.request();
      talk.send(reply);
    };
  }

  private static Arguments does(String name, String expected, Script script) {
    return argumentSet(name, expected, script);
  }

  private static byte[] gzipReply(byte[] body) {
    String head = OK + "Content-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n";
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    reply.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    reply.writeBytes(body);
    return reply.toByteArray();
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] changed(byte[] bytes, int index) {
    byte[] copy = bytes.clone();
    copy[index] ^= (byte) 0xff;
    return copy;
  }
}
