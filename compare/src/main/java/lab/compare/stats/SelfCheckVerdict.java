package lab.compare.stats;

import java.util.List;
import java.util.Locale;

/**
 * One answer of the {@code SelfCheck}.
 *
 * @param what what was held against what
 * @param ratio how many times as long it took
 * @param must what the ratio must be, in words
 * @param passed whether it is
 */
public record SelfCheckVerdict(String what, PairedRatio ratio, String must, boolean passed) {
  private static final double CONFIDENCE = 0.95;

  /** What recording may cost at most, in per cent, of a crawl as quick as this. */
  private static final double CHEAP_PERCENT = 2;

  private static final double USUAL_PAGES_PER_SECOND = 5_000;

  /** Two that are the same: the interval must hold 1. */
  public static SelfCheckVerdict equal(String what, List<Double> first, List<Double> same) {
    PairedRatio ratio = PairedRatio.of(first, same, CONFIDENCE);
    return new SelfCheckVerdict(what, ratio, "the interval must hold 1", ratio.isEqualWithin());
  }

  /** One that does more: the interval must lie above 1. */
  public static SelfCheckVerdict slower(String what, List<Double> first, List<Double> more) {
    PairedRatio ratio = PairedRatio.of(first, more, CONFIDENCE);
    return new SelfCheckVerdict(what, ratio, "the interval must lie above 1", ratio.isSlower());
  }

  /**
   * One that should cost next to nothing. It costs so much a page, so its share grows with the pages per second; it is told for
   * {@value #USUAL_PAGES_PER_SECOND} of them.
   *
   * @param pagesPerSecond of the crawls that were measured
   */
  public static SelfCheckVerdict cheap(String what, List<Double> without, List<Double> with, double pagesPerSecond) {
    PairedRatio ratio = PairedRatio.of(without, with, CONFIDENCE);
    double percent = 100 * (ratio.median() - 1) * USUAL_PAGES_PER_SECOND / pagesPerSecond;
    String must = String.format(Locale.ROOT, "%.1f %% at %.0f pages per second, must be below %.0f %%",
        percent, USUAL_PAGES_PER_SECOND, CHEAP_PERCENT);
    return new SelfCheckVerdict(what, ratio, must, percent < CHEAP_PERCENT);
  }

  /** The line to print. */
  public String line() {
    return String.format(Locale.ROOT, "%-29s %.3f× (%.3f–%.3f, sure to %.1f %%)   %s: %s",
        what, ratio.median(), ratio.low(), ratio.high(), 100 * ratio.confidence(), must, passed ? "OK" : "FAILED");
  }
}
