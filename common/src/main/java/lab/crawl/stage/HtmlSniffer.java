package lab.crawl.stage;

import java.nio.charset.StandardCharsets;

/** Tells by its first bytes whether something is HTML, for replies that don't say (MIME Sniffing standard, 7.1). */
final class HtmlSniffer {
  private static final int LOOKED_AT = 1_445;

  private HtmlSniffer() {}

  /**
   * Whether it begins like HTML: with one of a few tags, maybe after white space.
   *
   * @param head the first bytes, or all if there are fewer than 1,445
   */
  static boolean isHtml(byte[] head) {
    String text = new String(head, 0, Math.min(head.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    int at = 0;
    while (at < text.length() && "\t\n\f\r ".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    for (String tag : new String[] {
      "<!DOCTYPE HTML", "<HTML", "<HEAD", "<SCRIPT", "<IFRAME", "<H1", "<DIV", "<FONT", "<TABLE", "<A", "<STYLE", "<TITLE", "<B",
      "<BODY", "<BR", "<P", "<!--",
    }) {
      if (text.regionMatches(true, at, tag, 0, tag.length()) && endsTag(text, at + tag.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsTag(String text, int at) {
    return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '>');
  }
}
