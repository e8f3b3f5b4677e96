package lab.crawl.reply;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Makes lines of bytes that come in pieces. A line ends with LF, or with CR LF (RFC 9112, 2.2). */
final class Lines {
  private final int most;
  private byte[] line = new byte[128];
  private int length;
  private int left;
  private boolean whole;

  /** For lines that have at most so many bytes together, their ends counted. */
  Lines(int most) {
    this.most = most;
    this.left = most;
  }

  /**
   * Takes bytes up to the end of the current line.
   *
   * @return how many it took; if the line {@link #isWhole} afterwards, the rest is not a part of it
   * @throws ProtocolException if the lines are longer than is taken
   */
  int take(byte[] bytes, int from, int count) throws ProtocolException {
    int taken = 0;
    while (taken < count && !whole) {
      whole = bytes[from + taken++] == '\n';
    }
    if (taken > left) {
      throw new ProtocolException("more than " + most + " bytes of lines");
    }
    left -= taken;
    keep(bytes, from, taken);
    return taken;
  }

  private void keep(byte[] bytes, int from, int count) {
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.max(2 * line.length, length + count));
    }
    System.arraycopy(bytes, from, line, length, count);
    length += count;
  }

  /** Whether the current line has come to its end. */
  boolean isWhole() {
    return whole;
  }

  /** Whether the current line has bytes already. */
  boolean hasBegun() {
    return length > 0;
  }

  /** The line that {@link #isWhole}, each byte a character (ISO 8859-1), without its end. The next line begins. */
  String next() {
    int end = length - 1;
    if (end > 0 && line[end - 1] == '\r') {
      end--;
    }
    length = 0;
    whole = false;
    return new String(line, 0, end, StandardCharsets.ISO_8859_1);
  }

  /** A part of a line without the white space around it: blanks and tabs (RFC 9110, 5.6.3). */
  static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Whether a character is a blank or a tab. */
  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
