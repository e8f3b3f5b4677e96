package lab.crawl.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.crawl.measure.Timeline.LaneRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTimesTest {

  /** By hand, from 1, 2, … milliseconds. */
  @ParameterizedTest
  @CsvSource({"1, 50, 1", "1, 95, 1", "2, 50, 1", "2, 95, 2", "3, 50, 2", "20, 95, 19", "21, 95, 20", "100, 50, 50", "100, 95, 95"})
  void aPercentileIsTheLeastThatSoManyDoNotExceed(int times, int percent, double millis) {
    List<Duration> all = IntStream.rangeClosed(1, times).map(i -> times + 1 - i).mapToObj(Duration::ofMillis).toList();

    assertThat(PageTimes.percentile(all, percent)).contains(millis);
  }

  /** Connecting, waiting and receiving are the fetch; the second try counts, and work doesn't. */
  @Test
  void aFetchIsAllThatWasWaitedForTheNetwork() {
    Timeline timeline = new Timeline(0, 90_000, List.of("a"), List.of(0L), List.of(new LaneRecord("main",
        List.of("start", "connect", "wait", "receive", "parse", "wait", "receive"), List.of(-1, 0, 0, 0, 0, 0, 0),
        List.of(0L, 5_000L, 6_000L, 16_000L, 18_000L, 50_000L, 60_000L), List.of(5_000L, 1_000L, 10_000L, 2_000L, 7_000L, 10_000L, 3_000L))));
    Recording recording = new Recording(timeline, Map.of(), Map.of(), Duration.ZERO, List.of(Duration.ofMillis(80)), true);

    assertThat(PageTimes.of(recording))
        .isEqualTo(new PageTimes(Optional.of(26.0), Optional.of(26.0), Optional.of(80.0), Optional.of(80.0)));
  }

  @Test
  void whoTellsOfAPageOnlyWhenItIsDoneHasNoTimeOfAVisit() {
    Timeline timeline = new Timeline(0, 90_000, List.of("a"), List.of(0L), List.of(new LaneRecord("main",
        List.of("wait", "receive"), List.of(0, 0), List.of(6_000L, 16_000L), List.of(10_000L, 2_000L))));
    Recording recording = new Recording(timeline, Map.of(), Map.of(), Duration.ZERO, List.of(Duration.ofNanos(80)), true);

    assertThat(PageTimes.of(recording)).isEqualTo(new PageTimes(Optional.of(12.0), Optional.of(12.0), Optional.empty(), Optional.empty()));
  }

  @Test
  void ofAPartOfThePagesNothingIsSaid() {
    Recording recording = new Recording(
        new Timeline(0, 90_000, List.of(), List.of(), List.of()), Map.of(), Map.of(), Duration.ZERO, List.of(Duration.ofMillis(80)), false);

    assertThat(PageTimes.of(recording)).isEqualTo(PageTimes.UNKNOWN);
  }
}
