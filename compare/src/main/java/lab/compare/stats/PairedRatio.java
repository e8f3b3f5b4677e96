package lab.compare.stats;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * How many times as long b took as a, from runs in pairs (the same round, one right after the other): what slowed the
 * machine in a round slowed both, and so cancels out in their ratio.
 *
 * <p>The interval needs no assumption about how the ratios are distributed, but that pairs don't influence one another:
 * each is above the true median with probability ½, so how many are is binomial, and with it one knows how surely the
 * median lies between the k-th lowest ratio and the k-th highest (W. J. Conover, <em>Practical Nonparametric
 * Statistics</em>, 3rd edition, 1999, chapter 3; M. Hollander, D. A. Wolfe and E. Chicken, <em>Nonparametric Statistical
 * Methods</em>, 3rd edition, 2014, chapter 3). The narrowest such interval that is sure enough is taken.
 *
 * @param median the median of the ratios b ÷ a; above 1, b is slower
 * @param low the lower end of the interval, one of the ratios
 * @param high the upper end of the interval, one of the ratios
 * @param confidence how surely the true median lies in the interval, 0 to 1: at least what was asked for, often more,
 *     because there are only so many ratios to choose from
 */
public record PairedRatio(double median, double low, double high, double confidence) {
  private static final double MOST_CONFIDENCE = 0.9999;
  /** So that 31/32 is enough for whoever asks for 0.96875, however the distribution rounds. */
  private static final double ROUNDING = 1e-9;

  /**
   * The ratio of runs in pairs.
   *
   * @param a times of one, above 0, in any unit
   * @param b times of the other, in the same unit and order
   * @param atLeastConfidence how sure the interval must be, above 0 and at most {@value #MOST_CONFIDENCE}, usually 0.95
   * @throws IllegalArgumentException when there are too few pairs to be that sure, with one line that says how many it
   *     takes; when a value is wrong
   */
  static PairedRatio of(List<Double> a, List<Double> b, double atLeastConfidence) {
    checkConfidence(atLeastConfidence);
    List<Double> ratios = ratios(a, b);
    int pairs = ratios.size();
    int needed = pairsNeeded(atLeastConfidence);
    if (pairs < needed) {
      throw new IllegalArgumentException(
          pairs + " pairs are too few for a confidence of " + atLeastConfidence + ": it takes " + needed);
    }
    int rank = rank(pairs, atLeastConfidence);
    return new PairedRatio(
        Spread.of(ratios).median(), ratios.get(rank - 1), ratios.get(pairs - rank), confidence(pairs, rank));
  }

  /** Whether b takes longer than a, as surely as the interval is. */
  boolean isSlower() {
    return low > 1;
  }

  /** Whether b takes less time than a, as surely as the interval is. */
  boolean isFaster() {
    return high < 1;
  }

  private static List<Double> ratios(List<Double> a, List<Double> b) {
    if (a.size() != b.size()) {
      throw new IllegalArgumentException("no pairs: " + a.size() + " runs and " + b.size());
    }
    return IntStream.range(0, a.size()).mapToObj(i -> checkedTime(b.get(i)) / checkedTime(a.get(i))).sorted().toList();
  }

  /** The median of the ratios b ÷ a, of any number of pairs. */
  static double median(List<Double> a, List<Double> b) {
    return Spread.of(ratios(a, b)).median();
  }

  static int pairsNeeded(double confidence) {
    return IntStream.iterate(2, pairs -> pairs + 1)
        .filter(pairs -> confidence(pairs, 1) >= confidence - ROUNDING)
        .findFirst()
        .orElseThrow();
  }

  /** The highest rank k whose interval is sure enough: the higher the rank, the narrower the interval. */
  private static int rank(int pairs, double confidence) {
    return IntStream.rangeClosed(1, pairs / 2)
        .filter(rank -> confidence(pairs, rank) >= confidence - ROUNDING)
        .max()
        .orElseThrow();
  }

  /** The median isn't between the k-th lowest and the k-th highest if fewer than k ratios are on one side of it. */
  private static double confidence(int pairs, int rank) {
    return 1 - 2 * BinomialDistribution.of(pairs, 0.5).cumulativeProbability(rank - 1);
  }

  private static double checkedTime(double time) {
    if (!(time > 0 && time < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a time of " + time + ": must be above 0");
    }
    return time;
  }

  private static void checkConfidence(double confidence) {
    if (!(confidence > 0 && confidence <= MOST_CONFIDENCE)) {
      throw new IllegalArgumentException("a confidence of " + confidence + ": must be above 0 and at most " + MOST_CONFIDENCE);
    }
  }
}
