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
    Refresh refresh = new Refresh(content);
    return refresh.skipTime() ? Optional.of(refresh.url()).filter(url -> !url.isEmpty()) : Optional.empty();
  }

  private boolean skipTime() {
    skipSpace();
    int start = at;
    while (peek() >= '0' && peek() <= '9' || peek() == '.') {
      at++;
    }
    return at > start && (isSpace() || peek() == ';' || peek() == ',');
  }

  private String url() {
    skipSpace();
    if (peek() == ';' || peek() == ',') {
      at++;
    }
    skipSpace();
    skipUrlEquals();
    char quote = peek();
    if (quote != '"' && quote != '\'') {
      return text.substring(at);
    }
    int end = text.indexOf(quote, at + 1);
    return end < 0 ? text.substring(at + 1) : text.substring(at + 1, end);
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
