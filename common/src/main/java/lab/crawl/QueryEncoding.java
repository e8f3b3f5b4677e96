package lab.crawl;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Letters in a query are sent in the page's encoding (URL standard, 4.4, "query state"), because old servers know no other. */
final class QueryEncoding {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final Charset encoding;
  private final CharsetEncoder encoder;
  private final StringBuilder encoded = new StringBuilder();
  private final StringBuilder waiting = new StringBuilder(); // what the encoding has signs for

  private QueryEncoding(Charset encoding) {
    this.encoding = encoding;
    this.encoder = encoding.newEncoder();
  }

  /** The reference with its query in ASCII; the same if there is nothing to do, or if it is to be UTF-8 in any case. */
  static String encode(String reference, Charset encoding) {
    int start = reference.indexOf('?') + 1;
    if (start == 0 || isUnicode(encoding) || reference.chars().allMatch(c -> c < 0x80)) {
      return reference;
    }
    int fragment = reference.indexOf('#');
    int end = fragment < 0 ? reference.length() : fragment;
    if (end < start) {
      return reference;
    }
    String query = new QueryEncoding(encoding).encode(reference.substring(start, end));
    return reference.substring(0, start) + query + reference.substring(end);
  }

  /** Encoding standard, 4.3, "get an output encoding". */
  private static boolean isUnicode(Charset encoding) {
    return encoding.equals(StandardCharsets.UTF_8)
        || encoding.equals(StandardCharsets.UTF_16LE)
        || encoding.equals(StandardCharsets.UTF_16BE);
  }

  private String encode(String query) {
    query.codePoints().forEach(this::add);
    flush();
    return encoded.toString();
  }

  /** What the encoding has no sign for is sent as HTML would write it, {@code &#8364;}. */
  private void add(int codePoint) {
    String text = Character.toString(codePoint);
    if (encoder.canEncode(text)) {
      waiting.append(text);
    } else {
      flush();
      encoded.append("%26%23").append(codePoint).append("%3B");
    }
  }

  /** Together, because in ISO-2022-JP what a byte means depends on those before it. */
  private void flush() {
    for (byte b : waiting.toString().getBytes(encoding)) {
      if (b <= ' ' || b == 0x7F || "\"#<>'".indexOf(b) >= 0) {
        encoded.append('%').append(HEX.toHexDigits(b));
      } else {
        encoded.append((char) b);
      }
    }
    waiting.setLength(0);
  }
}
