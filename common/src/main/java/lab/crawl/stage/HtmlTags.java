package lab.crawl.stage;

import java.io.Reader;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;

/**
 * The start tags of a page, one after another, which is all that links need. No tree is built, so that neither a page's length nor
 * its depth costs memory, and it takes a quarter of the time. A tokenizer as the HTML standard has it (13.2.5), errors forgiven
 * as there; text and comments are passed over. In XML's syntax nothing is raw text and names have prefixes. Not thread-safe.
 */
final class HtmlTags {
  private static final KnownNames ELEMENTS = new KnownNames(Stream.concat(ForeignContent.NAMES.stream(), Stream.of(
      // with references
      "a", "area", "audio", "base", "body", "embed", "feimage", "frame", "iframe", "image", "img", "input", "link", "meta", "object",
      "script", "source", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "use", "video",
      // with a content of their own kind
      "noembed", "noframes", "plaintext", "style", "template", "textarea", "title", "xmp")).toList());

  private static final KnownNames ATTRIBUTES = new KnownNames(List.of(
      "background", "charset", "content", "data", "href", "http-equiv", "imagesrcset", "poster", "rel", "src", "srcset", "type",
      "xlink:href"));

  private final PageChars page;
  private final XmlNames xmlNames; // null in HTML's syntax
  private final ForeignContent foreign = new ForeignContent();
  private final TagAttributes attributes = new TagAttributes();
  private final char[] word = new char[64];
  private int openTemplates;
  private boolean selfClosing;
  private boolean svg;
  private String name = "";
  private String rawElement = ""; // whose content comes next

  /**
   * The tags of a page.
   *
   * @param xml whether it is in XML's syntax
   */
  HtmlTags(Reader page, boolean xml) {
    this.page = new PageChars(page);
    this.xmlNames = xml ? new XmlNames() : null;
  }

  /** Goes on to the next start tag; false if there is none. */
  boolean next() {
    if (!rawElement.isEmpty()) {
      RawText.skip(page, rawElement);
      readAttributes();
      rawElement = "";
    }
    while (page.skipPast('<')) {
      if (PageChars.isLetter(page.peek())) {
        return startTag();
      }
      if (page.skip('/')) {
        endTag();
      } else if (page.skip('!')) {
        declaration();
      } else if (page.peek() == '?') {
        page.skipPast('>');
      }
    }
    return false;
  }

  /** The tag's name in lower case, without prefix; empty if nobody wants it. */
  String name() {
    return name;
  }

  /** The value of one of the tag's attributes; null if it has none of that name, or none that anybody wants. */
  String attribute(String attribute) {
    String value = attributes.get(attribute);
    return value == null || value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
  }

  /** Whether the tag is one of SVG's. */
  boolean isSvg() {
    return svg;
  }

  /** Whether the tag is within a template, which is no part of the page until a script makes it one. */
  boolean isInTemplate() {
    return openTemplates > 0;
  }

  /** False if the page ends within it: then it is none. */
  private boolean startTag() {
    String tag = readName(ELEMENTS, false);
    if (!readAttributes()) {
      return false;
    }
    name = local(tag);
    boolean wasForeign = foreign.isForeign();
    foreign.start(name, selfClosing);
    svg = foreign.isSvg();
    if (!wasForeign) {
      begin(name);
    }
    return true;
  }

  private void begin(String element) {
    switch (element) {
      case "template" -> openTemplates += isEmptyElement() ? 0 : 1;
      case "script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes", "plaintext" ->
        rawElement = xmlNames == null ? element : "";
      default -> {}
    }
  }

  /** In HTML the slash means nothing. */
  private boolean isEmptyElement() {
    return selfClosing && xmlNames != null;
  }

  private void endTag() {
    if (!PageChars.isLetter(page.peek())) {
      page.skipPast('>');
      return;
    }
    String tag = local(readName(ELEMENTS, false));
    readAttributes();
    if (tag.equals("template")) {
      openTemplates = Math.max(0, openTemplates - 1);
    }
    foreign.end(tag);
  }

  private String local(String tag) {
    return xmlNames == null ? tag : xmlNames.local(tag);
  }

  /** Whatever begins with an exclamation mark: a comment, a DOCTYPE, a CDATA section where there are such, or a mistake. */
  private void declaration() {
    if (page.skip('-')) {
      if (page.skip('-')) {
        comment();
        return;
      }
    } else if (page.skip('[') && (xmlNames != null || foreign.isForeign())) {
      cdata();
      return;
    }
    page.skipPast('>');
  }

  /** Up to {@code -->} or {@code --!>}; but {@code <!-->} and {@code <!--->} are whole. */
  private void comment() {
    int dashes = page.skip('-') ? 1 : 0;
    if (page.skip('>')) {
      return;
    }
    for (int c = page.read(); c != PageChars.END; c = page.read()) {
      if (dashes >= 2 && (c == '>' || c == '!' && page.skip('>'))) {
        return;
      }
      dashes = c == '-' ? dashes + 1 : 0;
    }
  }

  private void cdata() {
    for (int c = page.read(), brackets = 0; c != PageChars.END; c = page.read()) {
      if (c == '>' && brackets >= 2) {
        return;
      }
      brackets = c == ']' ? brackets + 1 : 0;
    }
  }

  /** Up to the tag's end, that too; false if the page ends before it. */
  private boolean readAttributes() {
    attributes.clear();
    selfClosing = false;
    while (true) {
      page.skipSpace();
      if (page.skip('>')) {
        return true;
      }
      if (page.skip('/')) {
        selfClosing = page.peek() == '>';
      } else if (!readAttribute()) {
        return false;
      }
    }
  }

  private boolean readAttribute() {
    String attribute = readName(ATTRIBUTES, true);
    page.skipSpace();
    if (!page.skip('=')) {
      add(attribute, "");
      return page.peek() != PageChars.END;
    }
    page.skipSpace();
    return readValue(attribute);
  }

  private boolean readValue(String attribute) {
    if (page.skip('"')) {
      return readQuoted(attribute, '"');
    }
    if (page.skip('\'')) {
      return readQuoted(attribute, '\'');
    }
    String value = page.textUntilSpaceOr('>');
    return value != null && add(attribute, value);
  }

  private boolean readQuoted(String attribute, char quote) {
    if (attribute.isEmpty()) {
      return page.skipPast(quote); // Most values are of no use, and cost more to keep than to read.
    }
    String value = page.textUntil(quote);
    return value != null && add(attribute, value);
  }

  private boolean add(String attribute, String value) {
    if (xmlNames != null && attribute.startsWith("xmlns:")) {
      xmlNames.declare(attribute.substring("xmlns:".length()), value);
    } else if (!attribute.isEmpty()) {
      attributes.add(attribute, value);
    }
    return true;
  }

  /** A name in lower case if it is known, or may have a prefix; else the empty one. An attribute's may begin with an equals sign. */
  private String readName(KnownNames known, boolean isAttribute) {
    int length = 0;
    int hash = 0;
    do {
      int c = page.read();
      if (c >= 'A' && c <= 'Z') {
        c |= 0x20;
      }
      hash = 31 * hash + c;
      word[length < word.length ? length++ : 0] = (char) c; // one that is too long is none that is known
    } while (!endsName(page.peek(), isAttribute));
    String name = known.find(word, length, hash);
    return xmlNames != null && name.isEmpty() ? new String(word, 0, length) : name;
  }

  private static boolean endsName(int c, boolean isAttribute) {
    return PageChars.isSpace(c) || c == '>' || c == '/' || c == PageChars.END || isAttribute && c == '=';
  }
}
