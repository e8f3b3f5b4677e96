package lab.crawl.stage;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/**
 * The characters of a page, one after another, with a look at the next. Holds a few thousand of them, however long the page is.
 *
 * <p>Every method may throw an {@link UncheckedIOException}, because a body may be in a file.
 */
final class PageChars {
  /** What is read at the end of the page. */
  static final int END = -1;

  /** No reference that is longer leads anywhere; with a limit no attribute can fill the heap. */
  static final int LONGEST_TEXT = 1 << 20;

  private final Reader page;
  private final char[] buffer = new char[8 << 10];
  private int at;
  private int filled;

  PageChars(Reader page) {
    this.page = page;
  }

  /** The next character, which stays the next, or {@link #END}. */
  int peek() {
    return hasNext() ? buffer[at] : END;
  }

  /** The next character, or {@link #END}. */
  int read() {
    return hasNext() ? buffer[at++] : END;
  }

  /** Reads the next character if it is this one, and says whether it was. */
  boolean skip(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  /** Reads white space (Infra standard, "ASCII whitespace"). */
  void skipSpace() {
    while (isSpace(peek())) {
      at++;
    }
  }

  /** Reads up to a character and that one too; false if the page ends before it. */
  boolean skipPast(char wanted) {
    while (hasNext()) {
      if (skipWithinBuffer(wanted)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The text up to a character; that one is read too.
   *
   * @return null if the page ends before it; empty if it is longer than {@link #LONGEST_TEXT}
   */
  String textUntil(char end) {
    StringBuilder begun = null;
    while (hasNext()) {
      int start = at;
      if (skipWithinBuffer(end)) {
        return text(begun, start, at - 1);
      }
      begun = append(begun, start, at);
    }
    return null;
  }

  /**
   * The text up to white space or a character; neither is read.
   *
   * @return null if the page ends before it; empty if it is longer than {@link #LONGEST_TEXT}
   */
  String textUntilSpaceOr(char end) {
    StringBuilder begun = null;
    while (hasNext()) {
      int start = at;
      while (at < filled) {
        if (buffer[at] == end || isSpace(buffer[at])) {
          return text(begun, start, at);
        }
        at++;
      }
      begun = append(begun, start, at);
    }
    return null;
  }

  private boolean skipWithinBuffer(char wanted) {
    while (at < filled) {
      if (buffer[at++] == wanted) {
        return true;
      }
    }
    return false;
  }

  private String text(StringBuilder begun, int start, int end) {
    if (begun == null) {
      return new String(buffer, start, end - start);
    }
    StringBuilder whole = append(begun, start, end);
    return whole.length() > LONGEST_TEXT ? "" : whole.toString();
  }

  /** Once it is too long, it is only known to be too long. */
  private StringBuilder append(StringBuilder begun, int start, int end) {
    StringBuilder text = begun == null ? new StringBuilder() : begun;
    return text.length() > LONGEST_TEXT ? text : text.append(buffer, start, end - start);
  }

  static boolean isSpace(int c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  static boolean isLetter(int c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private boolean hasNext() {
    return at < filled || fill();
  }

  private boolean fill() {
    try {
      filled = Math.max(page.read(buffer), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a page: " + e, e);
    }
    at = 0;
    return filled > 0;
  }
}
