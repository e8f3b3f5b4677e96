package lab.crawl.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.crawl.CrawlListener;
import lab.crawl.Span;
import lab.crawl.SpanKind;
import lab.crawl.measure.Timeline.LaneRecord;
import lab.crawl.measure.Timeline.Queued;
import lab.crawl.measure.Timeline.TimedSpan;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** A crawl of 100 µs that began at nanosecond 1,000,000, which was 50 ms after 1970. */
class TimelineTest {
  private static final long BEGIN = 1_000_000;
  private static final Duration ELAPSED = Duration.ofNanos(100_000);
  private static final Anchor ANCHOR = new Anchor(51_000, 2_000_000);
  private static final HttpUrl A = HttpUrl.get("http://example.org/a");
  private static final HttpUrl B = HttpUrl.get("http://example.org/b");

  private final Recorder recorder = new Recorder(CrawlListener.NONE);

  @Test
  void spansBecomeColumnsInMicrosecondsSinceTheBegin() {
    add("main", SpanKind.START, null, 0, 2_000);
    add("main", SpanKind.WAIT, B, 2_000, 12_999);
    add("main", SpanKind.PARSE, A, 20_500, 21_400);
    assertThat(timeline()).isEqualTo(new Timeline(50_000, 100, List.of(B.toString(), A.toString()), List.of(0L, 0L), List.of(
        new LaneRecord("main", List.of("start", "wait", "parse"), List.of(-1, 0, 1), List.of(0L, 2L, 20L),
            List.of(2L, 10L, 1L)))));
  }

  @Test
  void aPageHasOnePlaceOnAllLanes() {
    add("a", SpanKind.WAIT, A, 0, 1_000);
    add("b", SpanKind.WAIT, B, 0, 1_000);
    add("c", SpanKind.PARSE, A, 1_000, 2_000);
    assertThat(timeline().lanes()).extracting(LaneRecord::url).containsExactly(List.of(0), List.of(1), List.of(0));
  }

  @Test
  void aLaneWithoutSpansIsNone() {
    recorder.lane("idle");
    add("busy", SpanKind.WAIT, A, 0, 1_000);
    assertThat(timeline().lanes()).extracting(LaneRecord::name).containsExactly("busy");
  }

  @Test
  void whatBeganBeforeTheCrawlBeginsWithIt() {
    add("main", SpanKind.START, null, -5_000, -1_000);
    add("main", SpanKind.WAIT, A, -1_000, 7_000);
    assertThat(timeline().lanes().getFirst().spans())
        .containsExactly(new TimedSpan(SpanKind.START, -1, 0, 0), new TimedSpan(SpanKind.WAIT, 0, 0, 7));
  }

  @Test
  void whatBeganAfterTheCrawlIsNoPartOfIt() {
    add("main", SpanKind.WAIT, A, 0, 99_000);
    add("main", SpanKind.LAG, null, 100_000, 101_000);
    add("late", SpanKind.LAG, null, 100_001, 101_000);
    assertThat(timeline().lanes()).extracting(LaneRecord::kind).containsExactly(List.of("wait"));
  }

  /** A timer that was due before the crawl's end may fire after it. */
  @Test
  void whatEndedAfterTheCrawlEndsWithIt() {
    add("loop lag", SpanKind.LAG, null, 90_000, 103_000);
    assertThat(timeline().lanes().getFirst().spans()).containsExactly(new TimedSpan(SpanKind.LAG, -1, 90, 10));
  }

  @Test
  void whatWasNeverFetchedHasNoPlace() {
    recorder.linked(A, List.of(B.toString()));
    add("main", SpanKind.WAIT, A, 0, 1_000);
    assertThat(timeline().urls()).containsExactly(A.toString());
  }

  @Test
  void tellsWhenAPageWasDiscovered() {
    add("main", SpanKind.WAIT, A, 0, 1_000);
    long before = System.nanoTime();
    recorder.begun(A);
    long after = System.nanoTime();
    assertThat(timeline().discovered()).singleElement()
        .satisfies(micros -> assertThat(micros).isBetween((before - BEGIN) / 1000, (after - BEGIN) / 1000));
  }

  @Test
  void aPageIsQueuedFromItsDiscoveryToItsFirstSpan() {
    LaneRecord fetch = new LaneRecord("fetch 1", List.of("start", "connect", "wait"), List.of(-1, 1, 0),
        List.of(0L, 30L, 60L), List.of(5L, 10L, 1L));
    LaneRecord loop =
        new LaneRecord("loop", List.of("parse", "parse"), List.of(1, 0), List.of(50L, 70L), List.of(1L, 1L));
    Timeline timeline = new Timeline(0, 100, List.of("a", "b"), List.of(7L, 9L), List.of(loop, fetch));
    assertThat(timeline.queued())
        .containsExactly(Map.entry(1, new Queued(9, 30)), Map.entry(0, new Queued(7, 60)));
  }

  private void add(String lane, SpanKind kind, HttpUrl url, long begin, long end) {
    recorder.lane(lane).add(new Span(kind, Optional.ofNullable(url), BEGIN + begin, BEGIN + end));
  }

  private Timeline timeline() {
    return Timeline.of(recorder, BEGIN, ELAPSED, ANCHOR);
  }
}
