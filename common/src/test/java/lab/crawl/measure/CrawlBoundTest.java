package lab.crawl.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.SpanKind;
import lab.crawl.Variant;
import lab.crawl.Visit;
import lab.crawl.measure.Timeline.LaneRecord;
import lab.crawl.measure.Timeline.TimedSpan;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** Crawls that were made up: an index that links two pages. Each is waited for 10 ms and worked on for 4 ms. */
class CrawlBoundTest {
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final Optional<Duration> LATENCY = Optional.of(Duration.ofMillis(10));
  private static final CrawlResult DONE = new CrawlResult(List.of(), true, false);
  private static final List<String> URLS = List.of("http://h/", "http://h/a", "http://h/b");

  private static final Timeline ONE_THREAD = timeline(
      lane("main", wait(0, 0), parse(0, 10), wait(1, 14), parse(1, 24), wait(2, 28), parse(2, 38)));
  private static final Timeline LOOP = timeline(
      lane("crawler-loop", parse(0, 10), parse(1, 24), parse(2, 28)),
      lane("fetch 1", wait(0, 0), wait(1, 14)),
      lane("fetch 2", wait(2, 14)));
  private static final Timeline TWO_THREADS = timeline(
      lane("crawler-0", wait(0, 0), parse(0, 10), wait(1, 14), parse(1, 24)),
      lane("crawler-1", wait(2, 14), parse(2, 24)));

  /** All three wait and compute in turn, 3 × 14 ms; the way to a page is one of 2 × 14 ms. */
  @Test
  void aThreadHoldsItsSlotWhileItComputes() {
    assertThat(bound(ONE_THREAD, 12, 1)).contains(new LowerBound(42, 12, 28, CORES > 1));
  }

  /** The index is done at 14 ms, then two pages by two slots take 10 ms more: the loop's work holds no slot. */
  @Test
  void aLoopDoesNotHoldASlotWhileItComputes() {
    assertThat(bound(LOOP, 12, 2)).contains(new LowerBound(24, 12, 28, CORES > 1));
  }

  @Test
  void thePagesOfTwoThreadsAreComputedByTwo() {
    int used = Math.min(2, CORES);
    assertThat(bound(TWO_THREADS, 12, 2)).contains(new LowerBound(28, 12.0 / used, 28, CORES > 2));
  }

  /** Spans of 12 ms, but the client had only 6 ms of processor: so each page had 2 ms of it, and was kept waiting. */
  @Test
  void whatTheClientCannotHavePaidForIsScaledDown() {
    assertThat(bound(LOOP, 6, 2)).contains(new LowerBound(22, 6, 24, CORES > 1));
  }

  /** 12 ms by the pages, on one lane; 1200 ms in all, on all cores, if it wasn't 20 ms less: the clock counts in tens. */
  @Test
  void whatNoPageCostIsSpreadOverTheCores() {
    assertThat(bound(LOOP, 1200, 2).orElseThrow().computingMillis()).isEqualTo(Math.max(12.0, 1180.0 / CORES));
  }

  /** Of 1200 ms the compiler took 400 and the collector 100: a warmer run would do without them. */
  @Test
  void whatTheJvmTookForItselfIsNotNeeded() {
    MeasuredCrawl crawl = new MeasuredCrawl(
        DONE, Instant.EPOCH, Duration.ofMillis(50), Duration.ofMillis(1200),
        new JvmOverhead(Duration.ofMillis(400), Duration.ofMillis(100)), Optional.empty(), 0, Optional.of(new Recording(LOOP, links())));

    assertThat(CrawlBound.of(crawl, LATENCY, 2).orElseThrow().computingMillis()).isEqualTo(Math.max(12.0, 680.0 / CORES));
  }

  /** Spans of 4 ms in which their threads had a core for 1 ms only: the rest of the time they waited for one. */
  @Test
  void aPageCostsTheProcessorTimeThatItsThreadsHad() {
    Map<String, Duration> costs = new HashMap<>();
    URLS.forEach(url -> costs.put(url, Duration.ofMillis(1)));
    Recording recording = new Recording(TWO_THREADS, links(), costs, Duration.ofMillis(3), List.of(), true);

    LowerBound bound = CrawlBound.of(crawl(DONE, recording, 12), LATENCY, 2).orElseThrow();
    assertThat(bound.waitingMillis()).isEqualTo(22);
  }

  @Test
  void linksToWhatWasNotVisitedDoNotCount() {
    Map<String, List<String>> links = links();
    links.put(URLS.get(2), List.of("http://elsewhere/"));
    assertThat(CrawlBound.of(crawl(DONE, new Recording(LOOP, links), 12), LATENCY, 2)).isEqualTo(bound(LOOP, 12, 2));
  }

  /** It failed, say: its wait was as long as any, but nothing was computed. */
  @Test
  void aPageWithoutWorkCostsItsLatency() {
    Timeline failed = timeline(lane("main", wait(0, 0), parse(0, 10), wait(1, 14), wait(2, 24)));
    assertThat(bound(failed, 4, 1)).contains(new LowerBound(34, 4, 24, CORES > 1));
  }

  @Test
  void withoutKnownLatencyThereIsNoBound() {
    assertThat(CrawlBound.of(crawl(DONE, new Recording(LOOP, links()), 12), Optional.empty(), 2)).isEmpty();
  }

  @Test
  void withAnInterpreterLockThereIsNoBound() {
    MeasuredCrawl crawl = crawl(DONE, new Recording(LOOP, links()), 12);
    CrawlPlan.Builder plan = CrawlPlan.of(URLS.getFirst()).concurrency(2);

    assertThat(CrawlBound.of(crawl, LATENCY, new AnyVariant(), plan.build())).isPresent();
    assertThat(CrawlBound.of(crawl, LATENCY, new AnyVariant(), plan.interpreterLock(true).build())).isEmpty();
  }

  /** One that never crawls here. */
  private record AnyVariant() implements Variant {
    @Override
    public String name() {
      return "any";
    }

    @Override
    public Crawler newCrawler(CrawlPlan plan) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void withoutARecordingThereIsNoBound() {
    MeasuredCrawl crawl =
        new MeasuredCrawl(DONE, Instant.EPOCH, Duration.ofMillis(50), Duration.ofMillis(12), JvmOverhead.NONE, Optional.empty(), 0, Optional.empty());
    assertThat(CrawlBound.of(crawl, LATENCY, 2)).isEmpty();
  }

  @Test
  void anInterruptedOrCappedCrawlHasNoBound() {
    Recording recording = new Recording(LOOP, links());
    assertThat(CrawlBound.of(crawl(new CrawlResult(List.of(), false, false), recording, 12), LATENCY, 2)).isEmpty();
    assertThat(CrawlBound.of(crawl(new CrawlResult(List.of(), true, true), recording, 12), LATENCY, 2)).isEmpty();
    assertThat(CrawlBound.of(crawl(DONE, recording, 12), LATENCY, 2)).as("else it has one").isPresent();
  }

  @Test
  void aCrawlWithoutAnyPageHasNoBound() {
    assertThat(CrawlBound.of(crawl(DONE, new Recording(timeline(), Map.of()), 12), LATENCY, 2)).isEmpty();
  }

  /** As if all pages had been known at once: 3 pages of 10 ms by a width of 2, 12 ms of work. */
  @Test
  void ofALargeCrawlTheSumsAreABound() {
    Recording sums = new Recording(LOOP, Map.of(), Map.of(), Duration.ofMillis(12), List.of(), false);
    List<Visit> visits = URLS.stream().<Visit>map(url -> new Visit.Saved(HttpUrl.get(url), 200, 1, "-", "-")).toList();
    Optional<LowerBound> bound = CrawlBound.of(crawl(new CrawlResult(visits, true, false), sums, 12), LATENCY, 2);
    assertThat(bound).contains(new LowerBound(15, 12, 0, CORES > 1));
    assertThat(bound(LOOP, 12, 2).orElseThrow().millis()).as("what the links add").isGreaterThanOrEqualTo(15);
  }

  private static Optional<LowerBound> bound(Timeline timeline, int clientCpuMillis, int width) {
    return CrawlBound.of(crawl(DONE, new Recording(timeline, links()), clientCpuMillis), LATENCY, width);
  }

  private static MeasuredCrawl crawl(CrawlResult result, Recording recording, int clientCpuMillis) {
    return new MeasuredCrawl(
        result, Instant.EPOCH, Duration.ofMillis(50), Duration.ofMillis(clientCpuMillis), JvmOverhead.NONE, Optional.empty(), 0,
        Optional.of(recording));
  }

  private static Map<String, List<String>> links() {
    Map<String, List<String>> links = new LinkedHashMap<>();
    links.put(URLS.get(0), List.of(URLS.get(1), URLS.get(2)));
    links.put(URLS.get(1), List.of(URLS.get(0)));
    links.put(URLS.get(2), List.of());
    return links;
  }

  private static Timeline timeline(LaneRecord... lanes) {
    return new Timeline(0, 50_000, URLS, List.of(0L, 14_000L, 14_000L), List.of(lanes));
  }

  private static LaneRecord lane(String name, TimedSpan... spans) {
    List<TimedSpan> all = List.of(spans);
    return new LaneRecord(
        name,
        all.stream().map(span -> span.kind().label()).toList(),
        all.stream().map(TimedSpan::url).toList(),
        all.stream().map(TimedSpan::begin).toList(),
        all.stream().map(TimedSpan::length).toList());
  }

  private static TimedSpan wait(int page, int atMillis) {
    return new TimedSpan(SpanKind.WAIT, page, atMillis * 1000L, 10_000);
  }

  private static TimedSpan parse(int page, int atMillis) {
    return new TimedSpan(SpanKind.PARSE, page, atMillis * 1000L, 4_000);
  }
}
