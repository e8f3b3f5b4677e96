package lab.compare.report;

import java.util.Locale;
import lab.compare.stats.PairedClaim;
import lab.compare.stats.Spread;

/** How figures are written. The one place that rounds them, so that the terminal, the page and other files show the same digits. */
final class FigureText {
  /** What isn't known. */
  static final String NONE = "–";

  private FigureText() {}

  /** Without the unit, for instance {@code 1.85}. */
  static String seconds(double millis) {
    return text("%.2f", millis / 1000);
  }

  /** From the lowest to the highest, for instance {@code (1.84–1.86)}. */
  static String range(Spread millis) {
    return text("(%s–%s)", seconds(millis.min()), seconds(millis.max()));
  }

  static String percent(double value) {
    return text("%.0f %%", value);
  }

  static String share(double part, double whole) {
    return percent(100 * part / Math.max(1, whole));
  }

  /** How many times as fast. */
  static String times(double ratio) {
    return text("%.2f×", ratio);
  }

  /** Where that lies, for instance {@code (5.70–6.10)}; empty if there are too few rounds to tell. */
  static String interval(PairedClaim claim) {
    return claim.interval().map(sure -> text("(%.2f–%.2f)", sure.low(), sure.high())).orElse("");
  }

  /** Both in words, for instance {@code 5.90 times as fast (5.70–6.10)}. */
  static String timesAsFast(PairedClaim claim) {
    return (text("%.2f times as fast ", claim.ratio()) + interval(claim)).strip();
  }

  static String ratio(double value) {
    return text("%.2f", value);
  }

  static String oneDigit(double value) {
    return text("%.1f", value);
  }

  static String whole(double value) {
    return text("%.0f", value);
  }

  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
