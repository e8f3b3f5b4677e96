package lab.compare.stats;

import java.util.List;
import java.util.Locale;

/**
 * One answer of the self-check.
 *
 * @param what what was asked
 * @param found what came out, in figures
 * @param must what it must be, in words
 * @param passed whether it is
 */
public record SelfCheckVerdict(String what, String found, String must, boolean passed) {
  /** Of two that are the same one may claim a difference so often: that is what a certainty of 95 % means. */
  private static final double FALSE_CLAIMS = 0.05;

  /** Two that are the same may seem to differ by so much. */
  private static final double EQUAL_LOW = 0.97;

  private static final double EQUAL_HIGH = 1.03;

  /** What recording may cost at most, in per cent, at the rate of the main job. */
  private static final double CHEAP_PERCENT = 2;

  private static final double USUAL_PAGES_PER_SECOND = 1_000;

  /** All pairs of some that are the same: hardly any may be told apart. */
  public static SelfCheckVerdict seldomToldApart(List<PairedClaim> equals) {
    long claims = equals.stream().filter(PairedClaim::isMade).count();
    double share = (double) claims / equals.size();
    return new SelfCheckVerdict(
        "equals told apart", text("%d of %d pairs (%.1f %%)", claims, equals.size(), 100 * share), "5 % at most", share <= FALSE_CLAIMS);
  }

  /** Two that are the same, in many rounds: the interval must be narrow and lie about 1. */
  public static SelfCheckVerdict equal(List<Double> first, List<Double> same) {
    PairedRatio ratio = PairedRatio.of(first, same, PairedClaim.CONFIDENCE);
    return new SelfCheckVerdict(
        "the same against itself", text(ratio), "within 0.97 and 1.03", EQUAL_LOW <= ratio.low() && ratio.high() <= EQUAL_HIGH);
  }

  /** One that does more, held against each of some that don't: it must be seen to be slower, once unluckily not. */
  public static SelfCheckVerdict seenToBeSlower(List<PairedClaim> moreAgainstOthers) {
    long seen = moreAgainstOthers.stream().filter(PairedClaim::isSlower).count();
    List<Double> ratios = moreAgainstOthers.stream().map(claim -> 1 / claim.ratio()).toList();
    return new SelfCheckVerdict(
        "10 % more work",
        text("seen to be slower by %d of %d, %.3f times as long", seen, ratios.size(), Spread.of(ratios).median()),
        "seen by all but one", seen >= ratios.size() - 1);
  }

  /**
   * One that should cost next to nothing. It costs so much a page, so its share grows with the pages per second; it is told for
   * {@value #USUAL_PAGES_PER_SECOND} of them.
   *
   * @param pagesPerSecond of the crawls that were measured
   */
  public static SelfCheckVerdict cheap(List<Double> without, List<Double> with, double pagesPerSecond) {
    PairedRatio ratio = PairedRatio.of(without, with, PairedClaim.CONFIDENCE);
    double scale = 100 * USUAL_PAGES_PER_SECOND / pagesPerSecond;
    double most = (ratio.high() - 1) * scale;
    return new SelfCheckVerdict(
        "recorded and not",
        text("%s; at %.0f pages a second %.1f %%, %.1f %% at most", text(ratio), USUAL_PAGES_PER_SECOND, (ratio.median() - 1) * scale, most),
        "below 2 %", most < CHEAP_PERCENT);
  }

  /** The line to print. */
  public String line() {
    return text("%-24s %s: %s (must be %s)", what, passed ? "OK" : "FAILED", found, must);
  }

  private static String text(PairedRatio ratio) {
    return text("%.3f times as long (%.3f–%.3f)", ratio.median(), ratio.low(), ratio.high());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
