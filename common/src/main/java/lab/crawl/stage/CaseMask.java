package lab.crawl.stage;

import java.math.BigInteger;
import java.util.HexFormat;

/**
 * Says which letters of a name are capitals, so that two names which differ in nothing else differ for a file system, too, to which case
 * is nothing. {@code index} needs no mask, {@code Index} has {@code ~h}, {@code README} {@code ~jv}.
 *
 * <p>Each letter is a bit, the first one the lowest: 1 if it isn't as it mostly is, which is small, and within an escape ({@code %C3})
 * large. The number is written with the sixteen digits g to v, so that {@code ~3A} can't be meant. A pure rule can leave only one
 * spelling of a name unmarked, because it doesn't know which others there are; and all small is the one that most URLs have.
 */
final class CaseMask {
  private CaseMask() {}

  /** The mask with its tilde; empty for a name without capitals. */
  static String of(String name) {
    BigInteger mask = BigInteger.ZERO;
    int letters = 0;
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      boolean isCapital = c >= 'A' && c <= 'Z';
      if (isCapital || c >= 'a' && c <= 'z') {
        mask = isCapital == isEscape(name, at) ? mask : mask.setBit(letters);
        letters++;
      }
    }
    return mask.signum() == 0 ? "" : "~" + digits(mask.toString(16));
  }

  private static boolean isEscape(String name, int at) {
    return isEscapeAt(name, at - 1) || isEscapeAt(name, at - 2);
  }

  private static boolean isEscapeAt(String name, int percent) {
    return percent >= 0 && name.charAt(percent) == '%' && percent + 2 < name.length()
        && HexFormat.isHexDigit(name.charAt(percent + 1)) && HexFormat.isHexDigit(name.charAt(percent + 2));
  }

  private static String digits(String hex) {
    StringBuilder digits = new StringBuilder();
    hex.chars().forEach(c -> digits.append((char) ('g' + Character.digit(c, 16))));
    return digits.toString();
  }
}
