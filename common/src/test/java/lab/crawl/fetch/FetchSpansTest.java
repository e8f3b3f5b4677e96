package lab.crawl.fetch;

import static lab.crawl.SpanKind.CONNECT;
import static lab.crawl.SpanKind.RECEIVE;
import static lab.crawl.SpanKind.WAIT;
import static lab.crawl.fetch.ScriptedServer.OK;
import static lab.crawl.fetch.ScriptedServer.reset;
import static lab.crawl.fetch.ScriptedServer.sendAndClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.crawl.CrawlPlan;
import lab.crawl.Span;
import lab.crawl.SpanKind;
import lab.crawl.fetch.ScriptedServer.Step;
import lab.crawl.measure.RecordedLane;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fetch was at, in order; {@code SameSpansTest} of the event loop has the same table for both fetchers. */
@Timeout(60)
class FetchSpansTest {
  private static final Step HALF = sendAndClose("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");

  private final RecordedLane lane = new RecordedLane("test");

  static Stream<Arguments> firstFetches() {
    return Stream.of(
        argumentSet("reply", List.of(CONNECT, WAIT, RECEIVE), OK),
        argumentSet("reset instead of a reply", List.of(CONNECT, WAIT), reset()),
        argumentSet("close instead of a reply", List.of(CONNECT, WAIT), sendAndClose("")),
        argumentSet("garbage", List.of(CONNECT, WAIT), sendAndClose("garbage\r\n\r\n")),
        argumentSet("half a body", List.of(CONNECT, WAIT, RECEIVE), HALF));
  }

  @ParameterizedTest
  @MethodSource("firstFetches")
  void aFreshConnectionIsMadeWaitedForAndRead(List<SpanKind> kinds, Step step) throws Exception {
    fetch(1, step);
    assertThat(kinds()).isEqualTo(kinds);
    assertWithoutGaps(lane.spans());
  }

  @Test
  void allSpansAreThePages() throws Exception {
    HttpUrl url = fetch(1, OK);
    assertThat(lane.spans()).extracting(Span::url).containsOnly(Optional.of(url));
  }

  @Test
  void aKeptConnectionIsOnlyWaitedForAndRead() throws Exception {
    fetch(2, OK, OK);
    assertThat(kinds()).containsExactly(CONNECT, WAIT, RECEIVE, WAIT, RECEIVE);
    assertWithoutGaps(lane.spans().subList(3, 5));
  }

  @Test
  void aKeptConnectionThatIsGoneIsMadeAgain() throws Exception {
    fetch(2, OK, sendAndClose(""), OK);
    assertThat(kinds()).containsExactly(CONNECT, WAIT, RECEIVE, WAIT, CONNECT, WAIT, RECEIVE);
  }

  @Test
  void aRefusedConnectionWasBeingMade() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    fetch(HttpUrl.get("http://127.0.0.1:" + port + "/"));
    assertThat(kinds()).containsExactly(CONNECT);
  }

  /** Looking up the host is a part of connecting. */
  @Test
  void aHostThatIsNotFoundWasBeingConnectedTo() throws Exception {
    fetch(HttpUrl.get("http://no-such-host.invalid/"));
    assertThat(kinds()).containsExactly(CONNECT);
  }

  @Test
  void whatTimesOutHasWaited() throws Exception {
    Step silent = connection -> connection.serverCloses().await();
    try (ScriptedServer server = new ScriptedServer(silent)) {
      CrawlPlan plan = CrawlPlan.of(server.url("/")).retries(0).timeout(Duration.ofMillis(200)).build();
      try (BlockingFetcher fetcher = new BlockingFetcher(plan)) {
        fetcher.fetch(plan.seed(), lane);
      }
    }
    assertThat(kinds()).containsExactly(CONNECT, WAIT);
  }

  private HttpUrl fetch(int times, Step... steps) throws Exception {
    try (ScriptedServer server = new ScriptedServer(steps);
        BlockingFetcher fetcher = new BlockingFetcher(CrawlPlan.of(server.url("/")).retries(0).build())) {
      for (int i = 0; i < times; i++) {
        fetcher.fetch(server.url("/"), lane);
      }
      return server.url("/");
    }
  }

  private void fetch(HttpUrl url) throws InterruptedException {
    try (BlockingFetcher fetcher = new BlockingFetcher(CrawlPlan.of(url).retries(0).build())) {
      fetcher.fetch(url, lane);
    }
  }

  private List<SpanKind> kinds() {
    return lane.spans().stream().map(Span::kind).toList();
  }

  private static void assertWithoutGaps(List<Span> spans) {
    assertOneAfterAnother(spans);
    for (int i = 1; i < spans.size(); i++) {
      assertThat(spans.get(i).begin()).as("begin of span %d of %s", i, spans).isEqualTo(spans.get(i - 1).end());
    }
  }

  private static void assertOneAfterAnother(List<Span> spans) {
    long last = Long.MIN_VALUE;
    for (Span span : spans) {
      assertThat(span.begin()).as("begin of %s", span).isGreaterThanOrEqualTo(last);
      assertThat(span.end()).as("end of %s", span).isGreaterThanOrEqualTo(span.begin());
      last = span.end();
    }
  }
}
