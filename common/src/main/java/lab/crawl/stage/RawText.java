package lab.crawl.stage;

/**
 * The content of elements in which no tag is a tag, up to their own end (HTML standard, 13.2.5.3 to 13.2.5.31). Within a comment
 * in a script, a script may have a script: that one's end tag isn't the end.
 */
final class RawText {
  private final PageChars page;
  private final String element;
  private final char[] word = new char[16];
  private boolean inComment;
  private boolean inInnerScript;
  private int dashes;

  private RawText(PageChars page, String element) {
    this.page = page;
    this.element = element;
  }

  /** Reads the content of an element and the name of its end tag, or the rest of the page if it has no end. */
  static void skip(PageChars page, String element) {
    RawText text = new RawText(page, element);
    while (!text.ends()) {
      // Everything that happens, happens there.
    }
  }

  private boolean ends() {
    int c = page.read();
    if (c == '<') {
      dashes = 0;
      return page.skip('/') ? isEndTag() : opensMore();
    }
    if (c == '>' && dashes >= 2) {
      inComment = false;
      inInnerScript = false;
    }
    dashes = c == '-' ? dashes + 1 : 0;
    return c == PageChars.END;
  }

  private boolean isEndTag() {
    boolean isEnd = isNext(element);
    if (isEnd && inInnerScript) {
      inInnerScript = false;
      return false;
    }
    return isEnd;
  }

  private boolean opensMore() {
    if (!element.equals("script")) {
      return false;
    }
    if (inComment) {
      inInnerScript |= isNext("script");
    } else if (page.skip('!') && page.skip('-') && page.skip('-')) {
      inComment = true;
      dashes = 2;
    }
    return false;
  }

  /** Reads a word and says whether it is this tag's name. Plain text has no end tag. */
  private boolean isNext(String name) {
    int length = 0;
    while (PageChars.isLetter(page.peek()) && length < word.length) {
      word[length++] = (char) (page.read() | 0x20);
    }
    int c = page.peek();
    return !name.equals("plaintext") && name.contentEquals(new String(word, 0, length)) && (PageChars.isSpace(c) || c == '/' || c == '>');
  }
}
