package lab.crawl.stage;

/** What kinds of characters a style sheet has (CSS Syntax Module Level 3, 4.2). A number below 0 is the end of the text, and of no kind. */
final class CssCharacters {
  private CssCharacters() {}

  static boolean isNewline(int c) {
    return c == '\n' || c == '\r' || c == '\f';
  }

  static boolean isWhitespace(int c) {
    return c == ' ' || c == '\t' || isNewline(c);
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Not {@link Character#digit}, which knows the digits of other scripts as well. */
  static boolean isHexDigit(int c) {
    return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  /** NUL counts, because it is read as U+FFFD. */
  static boolean isIdentStart(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80 || c == 0;
  }

  static boolean isIdentChar(int c) {
    return isIdentStart(c) || isDigit(c) || c == '-';
  }

  /** Quotes, an opening parenthesis and what can't be printed (4.3.6). */
  static boolean isForbiddenInUrl(int c) {
    return c == '"' || c == '\'' || c == '(' || c >= 1 && c <= 8 || c == 0x0B || c >= 0x0E && c <= 0x1F || c == 0x7F;
  }
}
