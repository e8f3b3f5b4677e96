package lab.lecture.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lab.compare.stats.Spread;
import lab.crawl.measure.Timeline;
import lab.crawl.measure.Timeline.LaneRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Timelines of 1000 µs, written by hand. */
class TimelineFactsTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  @Test
  void theLagOfALoopHasAMedianAndAPeak() {
    TimelineFacts facts = facts(
        lane("crawler-loop", "parse 0-400"), lane("loop lag", "lag 100-200", "lag 300-2300", "lag 2400-2700"));

    assertThat(facts.lagMillis()).isEqualTo(new Spread(0.3, 0.1, 2.0));
  }

  @Test
  void withoutALoopThereIsNoLag() {
    assertThat(facts(lane("main", "wait 0-1000")).lagMillis()).isEqualTo(new Spread(0, 0, 0));
  }

  @Test
  void lanesThatComputedAreCountedByTheirNames() {
    TimelineFacts facts = facts(
        lane("worker 1", "start 0-1", "parse 1-2"), lane("worker 2", "start 0-1", "checksum 1-2"),
        lane("worker 3", "start 0-1", "wait 1-2"), lane("main", "parse 0-1"));

    assertThat(facts.lanesThatComputed("worker ")).isEqualTo(2);
    assertThat(facts.lanesThatComputed("crawler-")).isZero();
  }

  @Test
  void waitingIsTheMeanOfThoseLanesThatWait() {
    TimelineFacts facts = facts(
        lane("a", "connect 0-100", "wait 100-450", "receive 450-500", "parse 500-1000"),
        lane("b", "wait 0-1000"),
        lane("c", "parse 0-1000"));

    assertThat(facts.meanShareWaiting()).isEqualTo(0.75, EXACTLY);
    assertThat(facts(lane("c", "parse 0-1000")).meanShareWaiting()).isZero();
  }

  @Test
  void whatTwoLanesComputeAtTheSameTimeCountsOnce() {
    TimelineFacts facts = facts(
        lane("a", "parse 100-500"), lane("b", "parse 200-300", "checksum 400-600"), lane("c", "store 900-1000"));

    assertThat(facts.shareWithoutComputing()).isEqualTo(0.4, EXACTLY);
    assertThat(facts.mostAtWork()).isEqualTo(2);
  }

  @Test
  void whoEndsAsAnotherBeginsWasNotAtItAtTheSameTime() {
    assertThat(facts(lane("a", "parse 0-500"), lane("b", "parse 500-900")).mostAtWork()).isEqualTo(1);
    assertThat(facts(lane("main", "wait 0-1000")).mostAtWork()).isEqualTo(1);
    assertThat(facts(lane("a", "wait 0-1000"), lane("b", "parse 500-900"), lane("main", "start 0-1000")).mostAtWork()).isEqualTo(2);
  }

  @Test
  void pagesAreQueuedFromTheirDiscoveryUntilTheirFirstSpan() {
    LaneRecord lane = new LaneRecord("a", List.of("wait", "wait", "wait"), List.of(0, 1, 2), List.of(0L, 4_000L, 7_000L), List.of(100L, 200L, 100L));
    Timeline timeline = new Timeline(0, 10_000, List.of("/", "/1", "/2"), List.of(0L, 100L, 150L), List.of(lane));

    assertThat(new TimelineFacts(timeline).mostQueued()).isEqualTo(2);
    assertThat(new TimelineFacts(timeline).slowestChainMillis()).isEqualTo(0.3, EXACTLY);
  }

  @Test
  void whoIsTakenUpAtOnceWasNotQueued() {
    LaneRecord lane = new LaneRecord("a", List.of("wait", "wait"), List.of(0, 1), List.of(0L, 1_099L), List.of(100L, 200L));
    Timeline timeline = new Timeline(0, 10_000, List.of("/", "/1"), List.of(0L, 100L), List.of(lane));

    assertThat(new TimelineFacts(timeline).mostQueued()).isZero();
  }

  private static TimelineFacts facts(LaneRecord... lanes) {
    return new TimelineFacts(new Timeline(0, 1_000, List.of(), List.of(), List.of(lanes)));
  }

  /** Spans such as {@code parse 100-500}. */
  private static LaneRecord lane(String name, String... spans) {
    List<String[]> parts = Arrays.stream(spans).map(span -> span.split("[ ](?=\\d)|(?<=\\d)-")).toList();
    List<Long> begins = parts.stream().map(part -> Long.valueOf(part[1])).toList();
    List<Long> lengths = parts.stream().map(part -> Long.parseLong(part[2]) - Long.parseLong(part[1])).toList();
    List<Integer> urls = IntStream.range(0, spans.length).mapToObj(_ -> -1).toList();
    return new LaneRecord(name, parts.stream().map(part -> part[0]).toList(), urls, begins, lengths);
  }
}
