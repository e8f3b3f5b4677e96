package lab.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Six pairs: the interval goes from the lowest ratio to the highest. */
class SelfCheckVerdictTest {
  private static final List<Double> FIRST = Collections.nCopies(6, 100.0);
  private static final PairedClaim CLAIM = PairedClaim.of(half(110, 120), FIRST);
  private static final PairedClaim NONE = PairedClaim.of(half(90, 120), FIRST);

  @ParameterizedTest
  @CsvSource({"97, 103, true", "99, 101, true", "96.9, 103, false", "97, 103.1, false", "104, 105, false"})
  void equalOnesHaveANarrowIntervalAboutOne(double low, double high, boolean passed) {
    assertThat(SelfCheckVerdict.equal(FIRST, half(low, high)).passed()).isEqualTo(passed);
  }

  @ParameterizedTest
  @CsvSource({"0, 28, true", "1, 27, true", "2, 26, false", "1, 0, false"})
  void equalsMayBeToldApartInOneCaseOfTwenty(int claims, int none, boolean passed) {
    List<PairedClaim> pairs =
        Stream.concat(Collections.nCopies(claims, CLAIM).stream(), Collections.nCopies(none, NONE).stream()).toList();

    assertThat(SelfCheckVerdict.seldomToldApart(pairs).passed()).isEqualTo(passed);
  }

  @Test
  void moreWorkMustBeSeenByAll() {
    assertThat(SelfCheckVerdict.alwaysSlower(List.of(CLAIM, CLAIM)).passed()).isTrue();
    assertThat(SelfCheckVerdict.alwaysSlower(List.of(CLAIM, NONE)).passed()).isFalse();
    assertThat(SelfCheckVerdict.alwaysSlower(List.of(CLAIM, CLAIM)).line())
        .isEqualTo("10 % more work           OK: seen to be slower by 2 of 2, 1.148 times as long (must be seen by all)");
  }

  @ParameterizedTest
  @CsvSource({"90, 101.9, true", "100, 102, false", "101, 130, false"})
  void theEndOfTheIntervalOfCheapOnesIsBelowTwoPercent(double low, double high, boolean passed) {
    assertThat(SelfCheckVerdict.cheap(FIRST, half(low, high), 1_000).passed()).isEqualTo(passed);
  }

  /** The same time a page is half the share of a page that takes twice as long. */
  @Test
  void whatRecordingCostsIsToldForAThousandPagesASecond() {
    assertThat(SelfCheckVerdict.cheap(FIRST, half(103, 103), 2_000).line()).isEqualTo(
        "recorded and not         OK: 1.030 times as long (1.030–1.030); at 1000 pages a second 1.5 %, 1.5 % at most (must be below 2 %)");
  }

  private static List<Double> half(double low, double high) {
    return List.of(low, low, low, high, high, high);
  }
}
