package lab.crawl.stage;

import static lab.crawl.stage.CssCharacters.isDigit;
import static lab.crawl.stage.CssCharacters.isForbiddenInUrl;
import static lab.crawl.stage.CssCharacters.isIdentChar;
import static lab.crawl.stage.CssCharacters.isIdentStart;
import static lab.crawl.stage.CssCharacters.isNewline;
import static lab.crawl.stage.CssCharacters.isWhitespace;

import java.util.Locale;

/**
 * Takes a style sheet apart into tokens, to the letter of CSS Syntax Module Level 3, section 4, which says for any text what its tokens
 * are; the methods are named as its algorithms are. It leaves the text as it is, so that each token has its place in it: what the
 * module would do beforehand to line ends, NUL and surrogates (3.3) is done on the way. Not thread-safe: each sheet has its own.
 *
 * <p>No library on Maven Central gives such places for all sheets that browsers take: those that we looked at are parsers, which drop
 * what they don't understand.
 */
final class CssTokenizer {
  private static final int NONE = -1; // the end of the text

  /** The kinds of token that a reference may depend on. */
  enum Type {
    STRING, BAD_STRING, URL, BAD_URL, FUNCTION, AT_KEYWORD, SEMICOLON, WHITESPACE,
    /** What hid a {@code <style>} from the browsers of 1996: {@code <!--} or {@code -->}. */
    COMMENT_SIGN,
    /** A bracket that opens: round, square or curly. */
    OPEN,
    /** One that closes. */
    CLOSE,
    /** Any other: names, numbers, colons, commas, … */
    OTHER,
    /** No token: the text is over. */
    END
  }

  private final String text;
  private int at;
  private int begin;
  private int contentBegin;
  private int contentEnd;

  /** For one text. */
  CssTokenizer(String text) {
    this.text = text;
  }

  /** Where the token of the last {@link #next()} begins. */
  int begin() {
    return begin;
  }

  /** Where it ends: the place after its last character. */
  int end() {
    return at;
  }

  /** Where that which a URL token refers to begins, without parenthesis and white space. */
  int contentBegin() {
    return contentBegin;
  }

  /** Where it ends. */
  int contentEnd() {
    return contentEnd;
  }

  /** The character itself, of an opening or closing bracket. */
  char bracket() {
    return text.charAt(begin);
  }

  /** The text of a string or a URL, or the name of a function or an at-keyword, escapes undone. */
  String value() {
    return CssEscapes.undone(text.substring(contentBegin, contentEnd));
  }

  /** The same name in lower case, because names are compared that way. */
  String name() {
    return value().toLowerCase(Locale.ROOT);
  }

  /** Consumes a token (4.3.1). */
  Type next() {
    consumeComments();
    begin = at;
    int c = peek(0);
    if (c == NONE) {
      return Type.END;
    }
    if (isWhitespace(c)) {
      skipWhitespace();
      return Type.WHITESPACE;
    }
    if (c == '"' || c == '\'') {
      return consumeString(c);
    }
    if (startsNumber()) {
      return consumeNumeric();
    }
    int commentSign = text.startsWith("<!--", at) ? 4 : text.startsWith("-->", at) ? 3 : 0;
    if (commentSign > 0) {
      at += commentSign;
      return Type.COMMENT_SIGN;
    }
    if (startsIdent(0)) {
      return consumeIdentLike();
    }
    return consumeSign(c);
  }

  private Type consumeSign(int c) {
    at++;
    return switch (c) {
      case '@' -> startsIdent(0) ? consumeAtKeyword() : Type.OTHER;
      case '#' -> {
        consumeIdent(); // a hash, or the number sign alone
        yield Type.OTHER;
      }
      case '(', '[', '{' -> Type.OPEN;
      case ')', ']', '}' -> Type.CLOSE;
      case ';' -> Type.SEMICOLON;
      default -> Type.OTHER;
    };
  }

  /** 4.3.2. One that isn't closed is the rest of the text. */
  private void consumeComments() {
    while (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      at = end < 0 ? text.length() : end + 2;
    }
  }

  /** 4.3.3. */
  private Type consumeNumeric() {
    if (peek(0) == '+' || peek(0) == '-') {
      at++;
    }
    skipDigits();
    if (peek(0) == '.' && isDigit(peek(1))) {
      at++;
      skipDigits();
    }
    int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
    if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(1 + sign))) {
      at += 1 + sign;
      skipDigits();
    }
    if (startsIdent(0)) {
      consumeIdent(); // its unit: 1url(x) is a dimension, and no URL
    } else if (peek(0) == '%') {
      at++;
    }
    return Type.OTHER;
  }

  /** 4.3.4. */
  private Type consumeIdentLike() {
    contentBegin = at;
    consumeIdent();
    contentEnd = at;
    if (peek(0) != '(') {
      return Type.OTHER;
    }
    at++;
    if (!name().equals("url")) {
      return Type.FUNCTION;
    }
    int afterWhitespace = at;
    while (isWhitespace(charAt(afterWhitespace))) {
      afterWhitespace++;
    }
    boolean isQuoted = charAt(afterWhitespace) == '"' || charAt(afterWhitespace) == '\'';
    return isQuoted ? Type.FUNCTION : consumeUrl();
  }

  private Type consumeAtKeyword() {
    contentBegin = at;
    consumeIdent();
    contentEnd = at;
    return Type.AT_KEYWORD;
  }

  /** 4.3.5. One that isn't closed on its line is no string; one that the end of the text closes is. */
  private Type consumeString(int quote) {
    at++;
    contentBegin = at;
    while (peek(0) != quote && peek(0) != NONE && !isLastBackslash()) {
      if (isNewline(peek(0))) {
        return Type.BAD_STRING;
      }
      if (peek(0) == '\\' && isNewline(peek(1))) {
        at += text.startsWith("\r\n", at + 1) ? 3 : 2;
      } else {
        consumeOneOrEscape();
      }
    }
    contentEnd = at;
    at = Math.min(at + 1, text.length());
    return Type.STRING;
  }

  /** A backslash at the end of the text escapes nothing; in a string it isn't even a character. */
  private boolean isLastBackslash() {
    return peek(0) == '\\' && peek(1) == NONE;
  }

  /** 4.3.6: what stands between {@code url(} and the parenthesis, without quotes. */
  private Type consumeUrl() {
    skipWhitespace();
    contentBegin = at;
    while (peek(0) != ')' && peek(0) != NONE && !isWhitespace(peek(0))) {
      if (isForbiddenInUrl(peek(0)) || peek(0) == '\\' && !isValidEscape(at)) {
        return consumeRemnantsOfBadUrl();
      }
      consumeOneOrEscape();
    }
    contentEnd = at;
    skipWhitespace();
    if (peek(0) != ')' && peek(0) != NONE) {
      return consumeRemnantsOfBadUrl();
    }
    at = Math.min(at + 1, text.length());
    return Type.URL;
  }

  /** 4.3.14. */
  private Type consumeRemnantsOfBadUrl() {
    while (peek(0) != ')' && peek(0) != NONE) {
      consumeOneOrEscape();
    }
    at = Math.min(at + 1, text.length());
    return Type.BAD_URL;
  }

  /** 4.3.11. */
  private void consumeIdent() {
    while (isIdentChar(peek(0)) || isValidEscape(at)) {
      consumeOneOrEscape();
    }
  }

  private void consumeOneOrEscape() {
    at = isValidEscape(at) ? CssEscapes.end(text, at) : at + 1;
  }

  /** 4.3.8: a backslash that isn't followed by the end of a line. */
  private boolean isValidEscape(int place) {
    return charAt(place) == '\\' && !isNewline(charAt(place + 1));
  }

  /** 4.3.9. */
  private boolean startsIdent(int offset) {
    if (peek(offset) == '-') {
      return peek(offset + 1) == '-' || isIdentStart(peek(offset + 1)) || isValidEscape(at + offset + 1);
    }
    return isIdentStart(peek(offset)) || isValidEscape(at + offset);
  }

  /** 4.3.10. */
  private boolean startsNumber() {
    int sign = peek(0) == '+' || peek(0) == '-' ? 1 : 0;
    return isDigit(peek(sign)) || peek(sign) == '.' && isDigit(peek(sign + 1));
  }

  private void skipWhitespace() {
    while (isWhitespace(peek(0))) {
      at++;
    }
  }

  private void skipDigits() {
    while (isDigit(peek(0))) {
      at++;
    }
  }

  private int peek(int offset) {
    return charAt(at + offset);
  }

  private int charAt(int place) {
    return place < text.length() ? text.charAt(place) : NONE;
  }
}
