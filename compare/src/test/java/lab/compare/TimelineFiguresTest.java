package lab.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lab.crawl.measure.Timeline;
import lab.crawl.measure.Timeline.LaneRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Timelines of 1000 µs, written by hand. */
class TimelineFiguresTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  @Test
  void theLagOfALoopHasAMedianAndAPeak() {
    TimelineFigures figures = figures(
        lane("crawler-loop", "parse 0-400"), lane("loop lag", "lag 100-200", "lag 300-2300", "lag 2400-2700"));

    assertThat(figures.loopLagMillis()).contains(new Spread(0.3, 0.1, 2.0));
  }

  @Test
  void theMedianOfTwoLagsIsTheirMean() {
    assertThat(figures(lane("loop lag", "lag 0-100", "lag 300-600")).loopLagMillis()).contains(new Spread(0.2, 0.1, 0.3));
  }

  @Test
  void withoutALoopThereIsNoLag() {
    assertThat(figures(lane("main", "wait 0-1000")).loopLagMillis()).isEmpty();
    assertThat(figures().loopLagMillis()).isEmpty();
  }

  @Test
  void aLaneWaitsWhileItConnectsAwaitsReceivesOrPauses() {
    LaneRecord busy = lane("crawler-0", "start 0-50", "connect 50-150", "wait 150-450", "receive 450-500", "parse 500-700",
        "checksum 700-800", "store 800-850", "retry-pause 900-1000");
    LaneRecord idle = lane("crawler-1", "start 0-50");
    TimelineFigures figures = figures(busy, idle);

    assertThat(figures.waitingShare(busy)).isEqualTo(0.55, EXACTLY);
    assertThat(figures.waitingShare(idle)).isZero();
  }

  @Test
  void eachThreadMayWaitNearlyAllTheTimeThoughTheProgramHardlyDoes() {
    TimelineFigures figures = figures(
        lane("crawler-0", "parse 0-250", "wait 250-1000"),
        lane("crawler-1", "wait 0-250", "checksum 250-500", "wait 500-1000"),
        lane("crawler-2", "wait 0-500", "store 500-750", "wait 750-1000"));

    assertThat(figures.meanNotComputingShare()).isEqualTo(0.75, EXACTLY);
    assertThat(figures.nobodyComputingShare()).isEqualTo(0.25, EXACTLY);
  }

  @Test
  void whatTwoLanesComputeAtTheSameTimeCountsOnce() {
    TimelineFigures figures = figures(
        lane("a", "parse 100-500"), lane("b", "parse 200-300", "checksum 400-600"), lane("c", "store 900-1000"));

    assertThat(figures.nobodyComputingShare()).isEqualTo(0.4, EXACTLY);
    assertThat(figures.meanNotComputingShare()).isEqualTo((0.6 + 0.7 + 0.9) / 3, EXACTLY);
  }

  @Test
  void lanesThatNeverComputeAreNobodyWhoCould() {
    TimelineFigures figures = figures(
        lane("crawler-loop", "parse 0-800"), lane("fetch 1", "wait 0-900"), lane("loop lag", "lag 0-900"));

    assertThat(figures.meanNotComputingShare()).isEqualTo(0.2, EXACTLY);
    assertThat(figures.nobodyComputingShare()).isEqualTo(0.2, EXACTLY);
  }

  @Test
  void aCrawlThatComputedNothingIsIdleAllTheTime() {
    TimelineFigures waiting = figures(lane("main", "wait 0-1000"));

    assertThat(waiting.nobodyComputingShare()).isEqualTo(1);
    assertThat(waiting.meanNotComputingShare()).isEqualTo(1);
    assertThat(new TimelineFigures(new Timeline(0, 0, List.of(), List.of(), List.of())).nobodyComputingShare()).isEqualTo(1);
  }

  private static TimelineFigures figures(LaneRecord... lanes) {
    return new TimelineFigures(new Timeline(0, 1_000, List.of(), List.of(), List.of(lanes)));
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
