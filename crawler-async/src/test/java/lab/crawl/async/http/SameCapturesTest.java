package lab.crawl.async.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.contract.OddReplies;
import lab.contract.OddReply;
import lab.contract.OddServer;
import lab.crawl.Body;
import lab.crawl.Capture;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchResult;
import lab.crawl.RequestSettings;
import lab.crawl.Spool;
import lab.crawl.async.ScriptedServer;
import lab.crawl.fetch.BlockingFetcher;
import lab.crawl.reply.ReplyParser;
import lab.crawl.reply.ReplyReader;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire is kept as it is, and the same by both clients, whatever a server sends. */
class SameCapturesTest {
  private static final Path ANY_FILE = Path.of("any.warc.gz");

  /** One of them is left out, because its body has no end: where it is wanted the fetch takes all its time. */
  static List<OddReply> replies() {
    return OddReplies.all().stream().filter(reply -> !reply.name().equals("a redirect without a length")).toList();
  }

  /** On a new connection and on a kept one. */
  @ParameterizedTest
  @MethodSource("replies")
  void bothKeepTheSame(OddReply reply) throws Exception {
    try (OddServer server = new OddServer(List.of(reply))) {
      CrawlPlan plan = CrawlPlan.of(server.url("/")).maxBodyBytes(OddReplies.MAX_BODY).build().archivedIn(ANY_FILE);
      try (BlockingFetcher blocking = new BlockingFetcher(plan); LoopClient loop = new LoopClient(plan)) {
        for (String url : List.of(server.url(OddServer.path(0)), server.url("/plain"), server.url(OddServer.path(0)))) {
          try (Kept expected = Kept.of(blocking.fetch(HttpUrl.get(url))); Kept kept = Kept.of(loop.fetch(url))) {
            assertThat(OddReply.outcome(kept.result)).isEqualTo(url.endsWith("/plain") ? "saved" : reply.outcome());
            assertThat(kept.inWords()).isEqualTo(expected.inWords());
            if (!url.endsWith("/plain")) {
              kept.assertIsWhatCame(reply);
            }
          }
        }
      }
    }
  }

  /** Told or not, by a proxy or not; an archive has the request without its secrets. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void bothSendTheSameAndKeepNoSecrets(boolean byProxy) throws Exception {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.pages("hello"))) {
      Cookie cookie = new Cookie.Builder().name("session").value("secret").hostOnlyDomain("127.0.0.1").build();
      RequestSettings.Login login = new RequestSettings.Login("127.0.0.1", "me", "secret");
      Optional<RequestSettings.Proxy> proxy = Optional.of(new RequestSettings.Proxy("127.0.0.1", server.port())).filter(_ -> byProxy);
      CrawlPlan plan = CrawlPlan.of(server.url("/a?b")).requests(new RequestSettings(
          List.of(new RequestSettings.Header("X-Key", "secret"), new RequestSettings.Header("x-key", "secret")), List.of(cookie), false, proxy,
          List.of(login), RequestSettings.UNLIMITED)).build().archivedIn(ANY_FILE);
      try (BlockingFetcher blocking = new BlockingFetcher(plan); LoopClient loop = new LoopClient(plan)) {
        String kept = request(blocking.fetch(plan.seed()));
        assertThat(request(loop.fetch(plan.seed().toString())))
            .isEqualTo(kept).startsWith("GET ").endsWith("\r\n\r\n").doesNotContain("secret", "Basic");
        assertThat(server.requests().getLast()).isEqualTo(server.requests().getFirst())
            .startsWith("GET " + (byProxy ? server.url("/a?b") : "/a?b") + " HTTP/1.1").contains("Cookie: session=secret");
      }
    }
  }

  private static String request(FetchResult result) throws IOException {
    try (Kept kept = Kept.of(result)) {
      return new String(kept.capture.orElseThrow().request(), ISO_8859_1);
    }
  }

  @Test
  void theRequestIsKeptAsItWasSent() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.pages("hello"))) {
      CrawlPlan plan = CrawlPlan.of(server.url("/a%20b/%C3%A9?q=1&r=%2F")).build().archivedIn(ANY_FILE);
      try (BlockingFetcher blocking = new BlockingFetcher(plan); LoopClient loop = new LoopClient(plan)) {
        for (FetchResult result : List.of(blocking.fetch(plan.seed()), loop.fetch(plan.seed().toString()))) {
          Capture capture = Kept.of(result).capture.orElseThrow();
          assertThat(new String(capture.request(), ISO_8859_1)).isEqualTo(server.requests().getLast() + "\r\n");
          assertThat(capture.server()).contains(InetAddress.getByName("127.0.0.1"));
        }
      }
    }
  }

  /** A fetch, and what was kept of it. */
  private record Kept(FetchResult result, Optional<Capture> capture) implements AutoCloseable {
    static Kept of(FetchResult result) {
      return new Kept(result, result instanceof FetchResult.Reply reply ? reply.capture() : Optional.empty());
    }

    List<String> inWords() throws IOException {
      if (capture.isEmpty()) {
        return List.of();
      }
      Capture kept = capture.get();
      return List.of(text(kept.request()), text(kept.head()), text(kept.sent()), text(kept.payload()), kept.ending().name());
    }

    /** One reply, to its end or without its body, and nothing before or after it. */
    void assertIsWhatCame(OddReply reply) throws IOException {
      assertThat(capture.isPresent()).isEqualTo(result instanceof FetchResult.Reply);
      if (capture.isPresent()) {
        Capture kept = capture.get();
        byte[] bytes = (text(kept.head()) + text(kept.sent())).getBytes(ISO_8859_1);
        assertThat(text(reply.bytes())).contains(text(bytes));
        assertThat(wholeAfter(bytes)).isEqualTo(kept.ending() == Capture.Ending.WHOLE ? bytes.length : kept.head().length);
      }
    }

    private static int wholeAfter(byte[] bytes) throws IOException {
      try (ReplyReader reader = new ReplyReader(new Spool(Optional.empty()), Long.MAX_VALUE)) {
        return new ReplyParser().take(bytes, 0, bytes.length, reader);
      }
    }

    private static String text(Body body) throws IOException {
      try (InputStream bytes = body.open()) {
        return text(bytes.readAllBytes());
      }
    }

    private static String text(byte[] bytes) {
      return new String(bytes, ISO_8859_1);
    }

    @Override
    public void close() {
      if (result instanceof FetchResult.Reply reply) {
        reply.close();
      }
    }
  }
}
