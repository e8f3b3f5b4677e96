package lab.crawl.stage;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * Which encoding a page is in, as browsers find it (HTML standard, 13.2.3.2): byte order mark, then what the reply says, then what the
 * page says, then UTF-8.
 */
final class PageEncoding {
  /** How much of a page is looked at. The standard wants 1,024 bytes at least; pages put more before their {@code <meta>}. */
  static final int LOOKED_AT = 8 << 10;

  private PageEncoding() {}

  /**
   * The encoding of a page.
   *
   * @param type what the reply says
   * @param head the first {@link #LOOKED_AT} bytes, or all if there are fewer
   */
  static Charset of(ContentType type, byte[] head) {
    return byteOrderMark(head)
        .or(() -> type.charset().flatMap(Encodings::ofLabel))
        .or(() -> ofPage(type, new String(head, StandardCharsets.ISO_8859_1)))
        .orElse(StandardCharsets.UTF_8);
  }

  /** What the page itself says of its encoding: all that is known of a file. */
  static Optional<Charset> said(ContentType type, byte[] head) {
    return byteOrderMark(head).or(() -> ofPage(type, new String(head, StandardCharsets.ISO_8859_1)));
  }

  private static Optional<Charset> ofPage(ContentType type, String head) {
    Optional<Charset> meta =
        !type.isHtml() && !type.isUnknown() ? Optional.empty() : PageNodes.unlessJsoupFails(() -> meta(head)).flatMap(found -> found);
    return meta.or(() -> xmlDeclaration(head));
  }

  /** Encoding standard, 6, "BOM sniff". */
  static Optional<Charset> byteOrderMark(byte[] head) {
    if (begins(head, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (begins(head, 0xFE, 0xFF)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return begins(head, 0xFF, 0xFE) ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
  }

  private static boolean begins(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** The first {@code <meta>} that names an encoding we know; no more is parsed than it takes to find it. */
  private static Optional<Charset> meta(String head) {
    try (StreamParser elements = new StreamParser(Parser.htmlParser()).parse(head, "")) {
      for (Iterator<Element> complete = elements.iterator(); complete.hasNext(); ) {
        Element element = complete.next();
        Optional<Charset> charset = element.normalName().equals("meta") ? ofMeta(element) : Optional.empty();
        if (charset.isPresent()) {
          return charset;
        }
      }
      return Optional.empty();
    }
  }

  private static Optional<Charset> ofMeta(Element meta) {
    Optional<String> label = Optional.empty();
    if (meta.hasAttr("charset")) {
      label = Optional.of(meta.attr("charset"));
    } else if (meta.attr("http-equiv").equalsIgnoreCase("content-type")) {
      label = Optional.ofNullable(charsetOf(meta.attr("content")));
    }
    return label.flatMap(Encodings::ofLabel).map(PageEncoding::readable);
  }

  /** Whoever could read the name of a 16-bit encoding byte by byte has disproved it. */
  static Charset readable(Charset named) {
    return named.equals(StandardCharsets.UTF_16BE) || named.equals(StandardCharsets.UTF_16LE) ? StandardCharsets.UTF_8 : named;
  }

  /** HTML standard, 2.4.3, "extracting a character encoding from a meta element"; null if there is none. */
  private static @Nullable String charsetOf(String content) {
    Matcher matcher = Patterns.CHARSET.matcher(content);
    if (!matcher.find()) {
      return null;
    }
    String quoted = matcher.group("quoted");
    return quoted == null ? matcher.group("label") : quoted;
  }

  /** HTML standard, 13.2.3.2, "get an XML encoding", and XML 1.0, F.1, for two bytes a character. */
  private static Optional<Charset> xmlDeclaration(String head) {
    if (head.startsWith("<\0?\0x\0")) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if (head.startsWith("\0<\0?\0x")) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    if (!head.startsWith("<?xml")) {
      return Optional.empty();
    }
    Matcher matcher = Patterns.XML_ENCODING.matcher(head.substring(0, head.indexOf('>') + 1));
    return matcher.find() ? Encodings.ofLabel(matcher.group("label")).map(PageEncoding::readable) : Optional.empty();
  }

  /** Compiled when the first page needs one. */
  private static final class Patterns {
    static final Pattern CHARSET =
        Pattern.compile("charset\\s*=\\s*(?:(?<quote>[\"'])(?<quoted>[^\"']*)\\k<quote>|(?<label>[^\"'\\s;][^\\s;]*))", Pattern.CASE_INSENSITIVE);
    static final Pattern XML_ENCODING = Pattern.compile("encoding[\\s]*=[\\s]*[\"'](?<label>[^\"']+)[\"']");
  }
}
