package lab.compare.stats;

import java.util.List;
import java.util.Optional;

/**
 * What may be said of two designs whose crawls took turns. This is the one place that decides whether one of them was faster: only if
 * the 95 % interval of their ratio, from rounds in pairs, leaves 1 out. Six rounds are needed for that; fewer claim nothing.
 *
 * @param ratio the median of the rounds' ratios, other ÷ this: above 1, this one takes less time
 * @param interval of the ratio; empty if there were too few rounds
 */
public record PairedClaim(double ratio, Optional<PairedRatio> interval) {
  /** How sure an interval is. */
  public static final double CONFIDENCE = 0.95;

  /** How many rounds it takes to be so sure. */
  public static final int ROUNDS = PairedRatio.pairsNeeded(CONFIDENCE);

  /**
   * How many times as fast one is as another.
   *
   * @param times of this one, a round each, above 0, in any unit
   * @param others times of the other one in the same rounds
   */
  public static PairedClaim of(List<Double> times, List<Double> others) {
    int rounds = Math.min(times.size(), others.size());
    List<Double> paired = times.subList(0, rounds);
    List<Double> pairedOthers = others.subList(0, rounds);
    return new PairedClaim(
        PairedRatio.median(paired, pairedOthers),
        rounds < ROUNDS ? Optional.empty() : Optional.of(PairedRatio.of(paired, pairedOthers, CONFIDENCE)));
  }

  /** Whether this one was faster, as surely as the interval is. */
  public boolean isFaster() {
    return interval.filter(PairedRatio::isSlower).isPresent();
  }

  /** Whether this one was slower, as surely as the interval is. */
  public boolean isSlower() {
    return interval.filter(PairedRatio::isFaster).isPresent();
  }

  /** Whether anything may be said but the figures. */
  public boolean isMade() {
    return isFaster() || isSlower();
  }
}
