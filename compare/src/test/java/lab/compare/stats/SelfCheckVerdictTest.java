package lab.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Eight pairs, the least for 99 %: the interval goes from the lowest ratio to the highest. */
class SelfCheckVerdictTest {
  private static final List<Double> FIRST = Collections.nCopies(8, 100.0);

  @ParameterizedTest
  @CsvSource({"99, 101, true", "100, 110, true", "90, 100, true", "101, 110, false", "90, 99, false"})
  void equalOnesHoldOne(double low, double high, boolean passed) {
    assertThat(SelfCheckVerdict.equal("a", FIRST, half(low, high)).passed()).isEqualTo(passed);
  }

  @ParameterizedTest
  @CsvSource({"101, 110, true", "100, 110, false", "90, 110, false", "90, 99, false"})
  void slowerOnesLieAboveOne(double low, double high, boolean passed) {
    assertThat(SelfCheckVerdict.slower("a", FIRST, half(low, high)).passed()).isEqualTo(passed);
  }

  @ParameterizedTest
  @CsvSource({"90, 110, true", "100, 103.9, true", "100, 104, false", "101, 130, false"})
  void cheapOnesHaveAMedianBelowTwoPercent(double low, double high, boolean passed) {
    assertThat(SelfCheckVerdict.cheap("a", FIRST, half(low, high), 5_000).passed()).isEqualTo(passed);
  }

  /** The same time a page is half the share of a page that takes twice as long. */
  @Test
  void whatRecordingCostsIsToldForFiveThousandPagesASecond() {
    SelfCheckVerdict verdict = SelfCheckVerdict.cheap("a", FIRST, half(103, 103), 10_000);

    assertThat(verdict.passed()).isTrue();
    assertThat(verdict.must()).isEqualTo("1.5 % at 5000 pages per second, must be below 2 %");
  }

  @Test
  void theLineShowsRatioIntervalConditionAndVerdict() {
    assertThat(SelfCheckVerdict.slower("more work", FIRST, half(110, 120)).line())
        .isEqualTo("more work                     1.150× (1.100–1.200, sure to 99.2 %)   the interval must lie above 1: OK");
    assertThat(SelfCheckVerdict.slower("more work", FIRST, half(90, 120)).line()).endsWith(": FAILED");
  }

  private static List<Double> half(double low, double high) {
    return List.of(low, low, low, low, high, high, high, high);
  }
}
