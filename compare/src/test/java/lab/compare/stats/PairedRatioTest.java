package lab.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairedRatioTest {

  /** Ratios 1 to n, so that the ends of the interval are their ranks. Confidence by hand: 1 − 2 (n choose 0 … k−1) / 2^n. */
  @ParameterizedTest
  @CsvSource({
      "2, 0.5, 1, 2, 0.5", "6, 0.95, 1, 6, 0.96875", "8, 0.95, 1, 8, 0.9921875", "9, 0.95, 2, 8, 0.9609375",
      "10, 0.95, 2, 9, 0.978515625", "10, 0.9, 2, 9, 0.978515625", "10, 0.89, 3, 8, 0.890625",
      "5, 0.9375, 1, 5, 0.9375", "6, 0.96875, 1, 6, 0.96875", "8, 0.99, 1, 8, 0.9921875", "3, 0.5, 1, 3, 0.75"})
  void takesTheNarrowestIntervalThatIsSureEnough(int pairs, double asked, double low, double high, double confidence) {
    PairedRatio ratio = PairedRatio.of(ones(pairs), shuffledRanks(pairs), asked);

    assertThat(ratio.low()).isEqualTo(low);
    assertThat(ratio.high()).isEqualTo(high);
    assertThat(ratio.median()).isEqualTo((pairs + 1) / 2.0);
    assertThat(ratio.confidence()).isCloseTo(confidence, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5, 2", "5, 0.95, 6", "0, 0.9, 5", "7, 0.99, 8", "10, 0.999, 11", "14, 0.9999, 15"})
  void saysHowManyPairsItTakes(int pairs, double asked, int needed) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedRatio.of(ones(pairs), ones(pairs), asked))
        .withMessage(pairs + " pairs are too few for a confidence of " + asked + ": it takes " + needed);
    assertThat(PairedRatio.of(ones(needed), ones(needed), asked).confidence()).isGreaterThanOrEqualTo(asked);
  }

  @Test
  void dividesEachByItsPartner() {
    PairedRatio ratio =
        PairedRatio.of(List.of(1.0, 10.0, 100.0, 1.0, 10.0, 100.0), List.of(2.0, 20.0, 200.0, 2.0, 20.0, 200.0), 0.95);

    assertThat(ratio).isEqualTo(new PairedRatio(2, 2, 2, ratio.confidence()));
  }

  @Test
  void tellsSlowerFasterAndNeither() {
    assertThat(verdicts(new PairedRatio(1.1, 1.01, 1.2, 0.95))).containsExactly(true, false);
    assertThat(verdicts(new PairedRatio(0.8, 0.7, 0.99, 0.95))).containsExactly(false, true);
    assertThat(verdicts(new PairedRatio(1.1, 0.99, 1.2, 0.95))).containsExactly(false, false);
    assertThat(verdicts(new PairedRatio(1, 1, 1.2, 0.95))).containsExactly(false, false);
    assertThat(verdicts(new PairedRatio(1, 0.9, 1, 0.95))).containsExactly(false, false);
  }

  /** It keeps its promise, of ratios that are as skewed as times are. */
  @Test
  void holdsTheTrueMedianAsOftenAsItSays() {
    Random random = new Random(1);
    double asSure = PairedRatio.of(ones(12), ones(12), 0.95).confidence();
    int tries = 20_000;
    long held = IntStream.range(0, tries).filter(_ -> {
      PairedRatio ratio = PairedRatio.of(ones(12), skewed(random, 12), 0.95);
      return ratio.low() <= 3 && 3 <= ratio.high();
    }).count();

    assertThat((double) held / tries).isCloseTo(asSure, within(0.005));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesTimesThatAreNone(double time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedRatio.of(List.of(time, 1.0), List.of(1.0, 1.0), 0.5))
        .withMessage("a time of " + time + ": must be above 0");
    assertThatIllegalArgumentException().isThrownBy(() -> PairedRatio.of(List.of(1.0, 1.0), List.of(1.0, time), 0.5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 0.99999, Double.NaN})
  void refusesAConfidenceThatCannotBe(double confidence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedRatio.of(ones(6), ones(6), confidence))
        .withMessage("a confidence of " + confidence + ": must be above 0 and at most 0.9999");
  }

  @Test
  void refusesRunsWithoutPartners() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedRatio.of(ones(6), ones(7), 0.95))
        .withMessage("no pairs: 6 runs and 7");
  }

  private static List<Boolean> verdicts(PairedRatio ratio) {
    return List.of(ratio.isSlower(), ratio.isFaster());
  }

  private static List<Double> ones(int size) {
    return Collections.nCopies(size, 1.0);
  }

  private static List<Double> shuffledRanks(int size) {
    List<Double> ranks = IntStream.rangeClosed(1, size).mapToObj(i -> (double) i).collect(Collectors.toList());
    Collections.shuffle(ranks, new Random(size));
    return ranks;
  }

  /** Log-normal, with median 3. */
  private static List<Double> skewed(Random random, int size) {
    return IntStream.range(0, size).mapToObj(_ -> 3 * Math.exp(random.nextGaussian())).toList();
  }
}
