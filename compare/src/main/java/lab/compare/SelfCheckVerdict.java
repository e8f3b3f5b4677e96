package lab.compare;

import java.util.List;
import java.util.Locale;

/**
 * One answer of the {@link SelfCheck}.
 *
 * @param what what was held against what
 * @param ratio how many times as long it took
 * @param must what the ratio must be, in words
 * @param passed whether it is
 */
record SelfCheckVerdict(String what, PairedRatio ratio, String must, boolean passed) {
  private static final double CONFIDENCE = 0.99;

  /** What recording may cost at most. */
  private static final double CHEAP = 1.02;

  /** Two that are the same: the interval must hold 1. */
  static SelfCheckVerdict equal(String what, List<Double> first, List<Double> same) {
    PairedRatio ratio = PairedRatio.of(first, same, CONFIDENCE);
    return new SelfCheckVerdict(what, ratio, "the interval must hold 1", ratio.isEqualWithin());
  }

  /** One that does more: the interval must lie above 1. */
  static SelfCheckVerdict slower(String what, List<Double> first, List<Double> more) {
    PairedRatio ratio = PairedRatio.of(first, more, CONFIDENCE);
    return new SelfCheckVerdict(what, ratio, "the interval must lie above 1", ratio.isSlower());
  }

  /** One that should cost next to nothing: the median must be below 1.02. */
  static SelfCheckVerdict cheap(String what, List<Double> without, List<Double> with) {
    PairedRatio ratio = PairedRatio.of(without, with, CONFIDENCE);
    return new SelfCheckVerdict(what, ratio, "the median must be below " + CHEAP, ratio.median() < CHEAP);
  }

  /** The line to print. */
  String line() {
    return String.format(Locale.ROOT, "%-29s %.3f× (%.3f–%.3f, sure to %.1f %%)   %s: %s",
        what, ratio.median(), ratio.low(), ratio.high(), 100 * ratio.confidence(), must, passed ? "OK" : "FAILED");
  }
}
