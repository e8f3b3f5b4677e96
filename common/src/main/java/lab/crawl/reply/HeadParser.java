package lab.crawl.reply;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Makes a head of its lines (RFC 9112, 4 and 5). Interim replies before it are skipped. */
final class HeadParser {
  /** The longest head that is taken, interim ones counted: 256 KiB, as in Chrome. */
  static final int MOST_BYTES = 256 << 10;

  /** Something after a reply may come late: then it stands before the next one, and is no part of that either. */
  private static final String UNASKED = "the server has sent what nobody asked for";

  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.(\\d) ([1-5]\\d\\d)(?: .*)?", Pattern.DOTALL);

  private final boolean followsAnother;
  private final Lines lines = new Lines(MOST_BYTES);
  private final List<String> names = new ArrayList<>();
  private final List<StringBuilder> values = new ArrayList<>();
  private int status; // 0 before the status line
  private boolean isOld; // HTTP/1.0
  private boolean foldable; // whether there was a line that another can be folded into
  private @Nullable StringBuilder value; // of that line; null if it was no header, and so what is folded into it isn't either

  /** Of the first reply of a connection, or of one that follows another. */
  HeadParser(boolean followsAnother) {
    this.followsAnother = followsAnother;
  }

  /**
   * Takes bytes up to the end of a line.
   *
   * @return how many it took
   * @throws ProtocolException if this is not HTTP/1
   */
  int take(byte[] bytes, int from, int count) throws ProtocolException {
    return lines.take(bytes, from, count);
  }

  /** The head if it has come to its end; null if there is more to take. */
  @Nullable ReplyHead head() throws IOException {
    if (!lines.isWhole()) {
      return null;
    }
    String line = lines.next();
    if (status == 0) {
      takeStatus(line);
      return null;
    }
    if (!line.isEmpty()) {
      takeHeader(line);
      return null;
    }
    return isInterim() ? begunAnew() : whole();
  }

  /** Whether nothing of a head was taken yet, or nothing after an interim one. */
  boolean isAtBeginning() {
    return status == 0 && !lines.hasBegun();
  }

  private void takeStatus(String line) throws IOException {
    Matcher matcher = STATUS_LINE.matcher(line);
    if (!matcher.matches()) {
      throw followsAnother ? new SocketException(UNASKED) : new ProtocolException("no status line: " + line);
    }
    isOld = matcher.group(1).equals("0");
    status = Integer.parseInt(matcher.group(2));
  }

  private void takeHeader(String line) throws ProtocolException {
    if (Lines.isBlank(line.charAt(0))) {
      takeFold(line);
      return;
    }
    foldable = true;
    int colon = line.indexOf(':');
    String name = colon < 0 ? "" : Lines.trimmed(line.substring(0, colon));
    value = isUsable(name) ? new StringBuilder(clean(line.substring(colon + 1))) : null;
    if (value != null) {
      names.add(name);
      values.add(value);
    }
  }

  /** A line that begins with white space goes on where the last one ended (RFC 9112, 5.2). */
  private void takeFold(String line) throws ProtocolException {
    if (!foldable) {
      throw new ProtocolException("a folded line before the first header");
    }
    if (value != null) {
      value.append(' ').append(clean(line));
    }
  }

  /** Characters that a value can't have and that may come all the same become blanks (RFC 9110, 5.5). */
  private static String clean(String value) {
    return Lines.trimmed(value.replace('\r', ' ').replace('\0', ' '));
  }

  private static boolean isUsable(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  /** An interim reply is followed by the real one (RFC 9110, 15.2); after 101 there would be another protocol. */
  private boolean isInterim() {
    return status / 100 == 1 && status != 101;
  }

  private @Nullable ReplyHead begunAnew() {
    status = 0;
    names.clear();
    values.clear();
    foldable = false;
    return null;
  }

  private ReplyHead whole() throws ProtocolException {
    Headers.Builder builder = new Headers.Builder();
    for (int i = 0; i < names.size(); i++) {
      builder.addUnsafeNonAscii(names.get(i), values.get(i).toString());
    }
    return new HeadFields(status, isOld, builder.build()).head();
  }
}
