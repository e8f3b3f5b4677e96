package lab.compare.stats;

/**
 * What two rows of a table allow one to claim: nothing, unless their spreads are apart. A rule of thumb for a few rounds,
 * and a cautious one; with more rounds {@link PairedRatio} says how sure one may be.
 *
 * @param ratio the right median ÷ the left one; below 1, the right one takes less time
 * @param verdict what may be said of the right one beside the left one
 */
public record SpreadClaim(double ratio, Verdict verdict) {

  /** What may be said. */
  public enum Verdict {
    /** Each time of the right one is below each of the left one. */
    FASTER("faster"),
    /** Each time of the right one is above each of the left one. */
    SLOWER("slower"),
    /** Some time is as good as one of the other. */
    OVERLAP("no claim: the spreads overlap"),
    /** Of a single time nobody knows how much it varies. */
    ONE_ROUND("no claim: one round has no spread");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /** In words, for instance {@code faster}. */
    public String words() {
      return words;
    }

    /** Whether anything is claimed. */
    boolean isClaim() {
      return this == FASTER || this == SLOWER;
    }
  }

  /**
   * What may be said of the right one beside the left one.
   *
   * @param left times, in any unit
   * @param right times in the same unit
   * @param rounds how many times each of them was measured
   */
  public static SpreadClaim of(Spread left, Spread right, int rounds) {
    return new SpreadClaim(right.median() / left.median(), verdict(left, right, rounds));
  }

  private static Verdict verdict(Spread left, Spread right, int rounds) {
    if (rounds < 2) {
      return Verdict.ONE_ROUND;
    }
    if (right.max() < left.min()) {
      return Verdict.FASTER;
    }
    return right.min() > left.max() ? Verdict.SLOWER : Verdict.OVERLAP;
  }
}
