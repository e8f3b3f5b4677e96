package lab.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteadyStateTest {
  @ParameterizedTest
  @CsvSource({
      // Too few to tell.
      "1000 1000 1000, false",
      "1000 1000 1000 1000 1000 1000 1000 1000 1000, false",
      "1000 1000 1000 1000 1000 1000 1000 1000 1000 1000, true",
      // By hand: the means are 1,000 and 951; then 1,000 and 950.
      "1000 1000 1000 1000 1000 951 951 951 951 951, true",
      "1000 1000 1000 1000 1000 950 950 950 950 950, false",
      "950 950 950 950 950 1000 1000 1000 1000 1000, false",
      // Single ones may vary, and what was before doesn't matter.
      "9000 900 1100 1000 900 1100 1100 900 1000 1100 900, true",
      "1000 1000 1000 1000 1000 1000 1000 1000 1000 1300, false",
      // Of so little the clock counts in steps of 10 ms.
      "100 100 100 100 100 91 91 91 91 91, true",
      "100 100 100 100 100 90 90 90 90 90, false"})
  void theLastFiveMustBeLikeTheFiveBefore(String cpuMillis, boolean reached) {
    SteadyState state = new SteadyState();
    Stream.of(cpuMillis.split(" ")).map(Double::valueOf).forEach(millis -> state.add(millis, millis));

    assertThat(state.isReached()).isEqualTo(reached);
    assertThat(state.crawls()).isEqualTo(cpuMillis.split(" ").length);
  }

  /** CPU times of 500 and 400 ms in crawls that take two seconds: no more than 5 % of these can come of it. */
  @ParameterizedTest
  @CsvSource({"2001, true", "2000, false"})
  void whatIsLittleBesideTheElapsedTimeIsLittleEnough(double elapsedMillis, boolean reached) {
    SteadyState state = new SteadyState();
    for (int crawl = 0; crawl < 10; crawl++) {
      state.add(crawl < 5 ? 500 : 400, elapsedMillis);
    }

    assertThat(state.isReached()).isEqualTo(reached);
  }
}
