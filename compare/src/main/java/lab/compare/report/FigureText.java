package lab.compare.report;

import java.util.Locale;
import lab.compare.stats.PairedClaim;
import lab.compare.stats.Spread;

/**
 * How figures are written in a language. The one place that rounds them, so that the terminal, the page and other files show the same
 * digits.
 */
final class FigureText {
  /** What isn't known. */
  static final String NONE = "–";

  private final Texts texts;

  FigureText(Texts texts) {
    this.texts = texts;
  }

  /** Without the unit, for instance {@code 1.85}. */
  String seconds(double millis) {
    return fixed(millis / 1000, 2);
  }

  /** From the lowest to the highest, for instance {@code (1.84–1.86)}. */
  String range(Spread millis) {
    return "(" + seconds(millis.min()) + "–" + seconds(millis.max()) + ")";
  }

  String percent(double value) {
    return whole(value) + " %";
  }

  String share(double part, double whole) {
    return percent(100 * part / Math.max(1, whole));
  }

  /** How many times as fast. */
  String times(double ratio) {
    return ratio(ratio) + "×";
  }

  /** Where that lies, for instance {@code (5.70–6.10)}; empty if there are too few rounds to tell. */
  String interval(PairedClaim claim) {
    return claim.interval().map(sure -> "(" + ratio(sure.low()) + "–" + ratio(sure.high()) + ")").orElse("");
  }

  /** Both in words, for instance {@code 5.90 times as fast (5.70–6.10)}. */
  String timesAsFast(PairedClaim claim) {
    return texts.say("headline.times", ratio(claim.ratio()), interval(claim)).strip();
  }

  /** What may be said: who is faster, or why nothing. */
  String verdict(PairedClaim claim) {
    if (claim.interval().isEmpty()) {
      return texts.say("claim.too-few", PairedClaim.ROUNDS);
    }
    if (!claim.isMade()) {
      return texts.say("claim.none");
    }
    return texts.say(claim.isFaster() ? "claim.faster" : "claim.slower");
  }

  String ratio(double value) {
    return fixed(value, 2);
  }

  String oneDigit(double value) {
    return fixed(value, 1);
  }

  String whole(double value) {
    return fixed(value, 0);
  }

  /** A number with so many digits after the point. The page's {@code format.js} writes them likewise. */
  private String fixed(double value, int digits) {
    String[] parts = String.format(Locale.ROOT, "%." + digits + "f", value).split("\\.");
    String whole = parts[0].replaceAll("\\B(?=(\\d{3})+$)", texts.say("number.group"));
    return digits == 0 ? whole : whole + texts.say("number.point") + parts[1];
  }
}
