package lab.crawl.stage;

import java.util.Optional;

/**
 * Where a refresh leads, a page's {@code <meta http-equiv=refresh>} or a reply's {@code Refresh} header: {@code 5; url=next}. Read
 * character by character as the HTML standard does (4.2.4.7, "shared declarative refresh steps").
 */
final class Refresh {
  private final String text;
  private int at;

  private Refresh(String text) {
    this.text = text;
  }

  /** The reference; empty if there is none, and what is there is only to be shown again. */
  static Optional<String> url(String content) {
    String[] url = new String[1];
    find(content, (_, _, reference) -> url[0] = reference);
    return Optional.ofNullable(url[0]);
  }

  /** Finds the reference, if there is one. */
  static void find(String content, ReferenceSyntax.PlaceConsumer found) {
    Refresh refresh = new Refresh(content);
    if (refresh.skipTime()) {
      refresh.findUrl(found);
    }
  }

  private boolean skipTime() {
    skipSpace();
    int start = at;
    while (peek() >= '0' && peek() <= '9' || peek() == '.') {
      at++;
    }
    return at > start && (isSpace() || peek() == ';' || peek() == ',');
  }

  private void findUrl(ReferenceSyntax.PlaceConsumer found) {
    skipSpace();
    if (peek() == ';' || peek() == ',') {
      at++;
    }
    skipSpace();
    skipUrlEquals();
    char quote = peek();
    boolean isQuoted = quote == '"' || quote == '\'';
    int begin = isQuoted ? at + 1 : at;
    int closing = isQuoted ? text.indexOf(quote, begin) : -1;
    int end = closing < 0 ? text.length() : closing;
    if (end > begin) {
      found.accept(begin, end, text.substring(begin, end));
    }
  }

  /** {@code url =}; what only begins like it is the URL's own beginning. */
  private void skipUrlEquals() {
    int start = at;
    if (text.regionMatches(true, at, "url", 0, 3)) {
      at += 3;
      skipSpace();
      if (peek() == '=') {
        at++;
        skipSpace();
        return;
      }
    }
    at = start;
  }

  private void skipSpace() {
    while (isSpace()) {
      at++;
    }
  }

  private boolean isSpace() {
    return " \t\n\f\r".indexOf(peek()) >= 0;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }
}
