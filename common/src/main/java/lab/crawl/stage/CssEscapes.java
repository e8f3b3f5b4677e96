package lab.crawl.stage;

/** The escapes of CSS: {@code \26 } for {@code &} (CSS Syntax Module Level 3, 4.3.7). */
final class CssEscapes {
  private static final int MOST_DIGITS = 6;
  private static final int REPLACEMENT = 0xFFFD;

  private CssEscapes() {}

  /** Where an escape ends whose backslash stands at a place: after its digits and one white space, or after its one character. */
  static int end(String text, int backslash) {
    int digitsEnd = digitsEnd(text, backslash);
    if (digitsEnd == backslash + 1) {
      return digitsEnd < text.length() ? digitsEnd + Character.charCount(text.codePointAt(digitsEnd)) : digitsEnd;
    }
    return digitsEnd + whitespaceAt(text, digitsEnd);
  }

  private static int digitsEnd(String text, int backslash) {
    int end = backslash + 1;
    while (end < text.length() && end <= backslash + MOST_DIGITS && CssCharacters.isHexDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int whitespaceAt(String text, int place) {
    if (text.startsWith("\r\n", place)) {
      return 2;
    }
    return place < text.length() && CssCharacters.isWhitespace(text.charAt(place)) ? 1 : 0;
  }

  /** The content of a string, a URL or a name as it is meant. A line end after a backslash, which strings may have, is nothing. */
  static String undone(String raw) {
    if (isPlain(raw)) {
      return raw;
    }
    StringBuilder undone = new StringBuilder();
    int at = 0;
    while (at < raw.length()) {
      if (raw.charAt(at) == '\\') {
        int newline = newlineAt(raw, at + 1);
        if (newline == 0) {
          undone.appendCodePoint(escaped(raw, at));
        }
        at = newline == 0 ? end(raw, at) : at + 1 + newline;
      } else {
        int c = raw.codePointAt(at);
        undone.appendCodePoint(readable(c));
        at += Character.charCount(c);
      }
    }
    return undone.toString();
  }

  private static boolean isPlain(String raw) {
    return raw.chars().allMatch(c -> c != '\\' && c != 0 && !Character.isSurrogate((char) c));
  }

  private static int newlineAt(String text, int place) {
    return place < text.length() && CssCharacters.isNewline(text.charAt(place)) ? whitespaceAt(text, place) : 0;
  }

  private static int escaped(String text, int backslash) {
    int digitsEnd = digitsEnd(text, backslash);
    if (digitsEnd > backslash + 1) {
      return readable(Integer.parseInt(text, backslash + 1, digitsEnd, 16));
    }
    return digitsEnd < text.length() ? readable(text.codePointAt(digitsEnd)) : REPLACEMENT;
  }

  /** What can't be a character is a replacement character (3.3, 4.3.7). */
  private static int readable(int c) {
    boolean isSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return c == 0 || c > Character.MAX_CODE_POINT || isSurrogate ? REPLACEMENT : c;
  }

  /** A string in double quotes with this content: what a style sheet may have instead of any URL. */
  static String quoted(String content) {
    StringBuilder quoted = new StringBuilder("\"");
    content.chars().forEach(c -> {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append((char) c);
      } else if (c < ' ' || c == 0x7F) {
        quoted.append('\\').append(Integer.toHexString(c)).append(' ');
      } else {
        quoted.append((char) c);
      }
    });
    return quoted.append('"').toString();
  }
}
