package lab.crawl.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlerThreads;
import lab.crawl.FailureKind;
import lab.crawl.Lane;
import lab.crawl.Span;
import lab.crawl.SpanKind;
import lab.crawl.Visit;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class RecorderTest {
  private static final HttpUrl A = HttpUrl.get("http://example.org/a");
  private static final HttpUrl B = HttpUrl.get("http://example.org/b");

  private final Recorder recorder = new Recorder(CrawlListener.NONE);

  @Test
  void aPlatformThreadHasALaneByItsName() throws Exception {
    ThreadFactory threads = Thread.ofPlatform().name("t-", 0).factory();
    Lane first = on(threads, recorder::lane);
    Lane second = on(threads, recorder::lane);
    assertThat(first).isNotSameAs(second);
    assertThat(recorder.lane("t-0")).isSameAs(first);
    assertThat(recorder.lane("t-1")).isSameAs(second);
    assertThat(recorder.lane()).isSameAs(recorder.lane(Thread.currentThread().getName()));
  }

  @Test
  void virtualThreadsShareAStack() throws Exception {
    ThreadFactory threads = Thread.ofVirtual().name("crawler-", 0).factory();
    Lane first = on(threads, recorder::lane);
    Lane second = on(threads, recorder::lane);
    assertThat(second).isSameAs(first);
    first.add(span(A, 10, 30));
    second.add(span(B, 20, 40));
    assertThat(recorder.lanes()).isEqualTo(
        Map.of("virtual thread 1", List.of(span(A, 10, 30)), "virtual thread 2", List.of(span(B, 20, 40))));
  }

  @Test
  void lanesAreSortedAsPeopleCount() {
    List.of("w 10", "w 9", "a").forEach(recorder::lane);
    recorder.stack("fetch").add(span(A, 1, 2));
    assertThat(recorder.lanes().keySet()).containsExactly("a", "fetch 1", "w 9", "w 10");
  }

  @Test
  void aPoolsThreadThatWasMadeMeanwhileBeginsWithItsStart() throws Exception {
    long before = System.nanoTime();
    on(new CrawlerThreads("crawler-"), () -> {
      recorder.lane();
      return recorder.lane();
    });
    long after = System.nanoTime();
    assertThat(recorder.lanes()).containsOnlyKeys("crawler-0");
    assertThat(recorder.lanes().get("crawler-0")).singleElement().satisfies(span -> {
      assertThat(span.kind()).isEqualTo(SpanKind.START);
      assertThat(span.url()).isEmpty();
      assertThat(span.begin()).isBetween(before, after);
      assertThat(span.end()).isBetween(span.begin(), after);
    });
  }

  /** It started in the crawl before, or for it. */
  @Test
  void aPoolsThreadFromBeforeHasNoStart() throws Exception {
    Recorder[] later = new Recorder[1];
    FutureTask<Lane> task = new FutureTask<>(() -> later[0].lane());
    Thread thread = new CrawlerThreads("crawler-").newThread(task);
    // The clock may stand still for a moment, and then nobody could tell before from after.
    for (long made = System.nanoTime(); System.nanoTime() == made; ) {
      Thread.onSpinWait();
    }
    later[0] = new Recorder(CrawlListener.NONE);
    thread.start();
    task.get();
    assertThat(later[0].lanes()).isEqualTo(Map.of("crawler-0", List.of()));
  }

  @Test
  void whatIsNoPoolsThreadHasNoStart() throws Exception {
    on(Thread.ofPlatform().name("main").factory(), recorder::lane);
    assertThat(recorder.lanes()).isEqualTo(Map.of("main", List.of()));
  }

  @Test
  void threadsOfAPoolAreNumberedFromZero() {
    CrawlerThreads threads = new CrawlerThreads("pool-");
    assertThat(threads.newThread(() -> {}).getName()).isEqualTo("pool-0");
    assertThat(threads.newThread(() -> {}).getName()).isEqualTo("pool-1");
    assertThat(threads.newThread(() -> {}).isDaemon()).isFalse();
  }

  @Test
  void aUrlIsDiscoveredWhenItIsFirstHeardOf() {
    long before = System.nanoTime();
    recorder.begun(A);
    recorder.linked(A, List.of(B.toString(), A.toString()));
    Map<String, Long> first = Map.copyOf(recorder.discovered());
    recorder.begun(B);
    recorder.linked(B, List.of(A.toString()));
    assertThat(recorder.discovered()).isEqualTo(first).containsOnlyKeys(A.toString(), B.toString());
    assertThat(first.get(A.toString())).isBetween(before, first.get(B.toString()));
  }

  @Test
  void linksAreKeptInTheOrderOfTheVisits() {
    String a = A.toString();
    recorder.linked(B, List.of(a, a));
    recorder.linked(A, List.of());
    assertThat(recorder.links()).containsExactly(Map.entry(B.toString(), List.of(a, a)), Map.entry(a, List.of()));
  }

  @Test
  void theNextListenerIsToldOfEverything() {
    List<Object> told = new ArrayList<>();
    Recorder telling = new Recorder(new CrawlListener() {
      @Override
      public void begun(HttpUrl url) {
        told.add(url);
      }

      @Override
      public void linked(HttpUrl page, List<String> outlinks) {
        told.add(List.of(page, outlinks));
      }

      @Override
      public void visited(Visit visit, int visited, int known) {
        told.add(List.of(visit, visited, known));
      }
    });
    Visit visit = new Visit.Failed(A, FailureKind.TIMEOUT, 0, "late");
    telling.begun(A);
    telling.linked(A, List.of(B.toString()));
    telling.visited(visit, 1, 2);
    assertThat(told).containsExactly(A, List.of(A, List.of(B.toString())), List.of(visit, 1, 2));
  }

  /** A crawl of a million pages must not fill the heap with what nobody can look at. */
  @Test
  void ofALargeCrawlOnlySumsAreKept() {
    recorder.begun(A);
    recorder.linked(A, List.of(B.toString()));
    recorder.lane("main").add(span(A, 1, 4));
    recorder.lane("main").add(parsed(A, 100));
    for (int page = 1; page < Recorder.MOST_PAGES; page++) {
      recorder.begun(B);
    }
    assertThat(recorder.isWhole()).isTrue();
    recorder.begun(B);
    recorder.lane("main").add(span(B, 4, 9));
    recorder.lane("main").add(parsed(B, 20));
    recorder.linked(B, List.of());
    assertThat(recorder.isWhole()).isFalse();
    assertThat(recorder.links()).isEmpty();
    assertThat(recorder.lanes()).isEqualTo(Map.of("main", List.of(span(A, 1, 4), parsed(A, 100))));
    assertThat(recorder.computing()).isEqualTo(Duration.ofNanos(120));
  }

  /** A thread that waits for a core costs nothing; what nobody counts costs what it took. */
  @Test
  void aPageCostsTheProcessorTimeOfItsStages() {
    recorder.lane("main").add(span(A, 1, 4));
    recorder.lane("main").add(parsed(A, 100));
    recorder.stack("virtual thread").add(new Span(SpanKind.CHECKSUM, Optional.of(B), 0, 1_000));

    assertThat(recorder.computingOfPages())
        .isEqualTo(Map.of(A.toString(), Duration.ofNanos(100), B.toString(), Duration.ofNanos(1_000)));
  }

  @Test
  void aThreadThatWaitedForAnotherOneHadNoProcessorMeanwhile() throws Exception {
    Span waited = on(Thread.ofPlatform().factory(), () -> {
      RecordedLane lane = new RecordedLane("main");
      Lane.Begun begun = lane.begin();
      Thread.ofPlatform().start(() -> SpinMain.spin(50)).join();
      begun.end(SpanKind.PARSE, A);
      return lane.spans().getFirst();
    });

    assertThat(waited.cpu()).isNotNegative().isLessThan((waited.end() - waited.begin()) / 2);
  }

  @Test
  void aSpanEndsNowAndTheNextOneBeginsThere() {
    RecordedLane lane = new RecordedLane("main");
    long before = System.nanoTime();
    lane.begin().end(SpanKind.PARSE, A).end(SpanKind.STORE, A);
    long after = System.nanoTime();

    assertThat(lane.isRecorded()).isTrue();
    assertThat(lane.spans()).extracting(Span::kind).containsExactly(SpanKind.PARSE, SpanKind.STORE);
    Span parsed = lane.spans().getFirst();
    Span stored = lane.spans().getLast();
    assertThat(parsed.begin()).isBetween(before, parsed.end());
    assertThat(stored.begin()).isEqualTo(parsed.end());
    assertThat(stored.end()).isBetween(stored.begin(), after);
  }

  /** An event loop ends on its thread what another thread began. */
  @Test
  void ofASpanThatAnotherThreadEndsNobodyKnowsTheCost() throws Exception {
    RecordedLane lane = new RecordedLane("fetch");
    Lane.Begun begun = lane.begin();
    on(Thread.ofPlatform().factory(), () -> begun.end(SpanKind.WAIT, A));

    assertThat(lane.spans()).singleElement().extracting(Span::cpu).isEqualTo(Span.UNKNOWN);
  }

  @Test
  void onAVirtualThreadNobodyCounts() throws Exception {
    Span span = on(Thread.ofVirtual().factory(), () -> {
      RecordedLane lane = new RecordedLane("virtual thread");
      lane.begin().end(SpanKind.PARSE, A);
      return lane.spans().getFirst();
    });

    assertThat(span.cpu()).isEqualTo(Span.UNKNOWN);
    assertThat(span.cost()).isEqualTo(span.end() - span.begin());
  }

  private static <T> T on(ThreadFactory threads, Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    threads.newThread(task).start();
    return task.get();
  }

  private static Span parsed(HttpUrl url, long cpu) {
    return new Span(SpanKind.PARSE, Optional.of(url), 0, 1_000, cpu);
  }

  private static Span span(HttpUrl url, long begin, long end) {
    return new Span(SpanKind.WAIT, Optional.of(url), begin, end);
  }
}
