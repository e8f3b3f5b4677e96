package lab.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteadyStateTest {
  @ParameterizedTest
  @CsvSource({
      // Too few to tell.
      "1000, false",
      "1000 1000, false",
      // Within 5 % of the lowest, whichever comes last.
      "1000 1049 1000, true",
      "1049 1000 1049, true",
      "1000 1051 1000, false",
      // What was before doesn't matter.
      "5000 3000 1000 1010 1020, true",
      "1000 1000 1000 1200, false",
      // Of so little the clock counts in steps of 10 ms: two of them are no difference.
      "100 119 100, true",
      "100 120 100, false",
      "0 0 0, true"})
  void theLastThreeMustDifferByLessThanFivePercent(String cpuMillis, boolean reached) {
    SteadyState state = new SteadyState();
    Stream.of(cpuMillis.split(" ")).map(Double::valueOf).forEach(state::add);

    assertThat(state.isReached()).isEqualTo(reached);
    assertThat(state.crawls()).isEqualTo(cpuMillis.split(" ").length);
  }
}
