package lab.crawl.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lab.crawl.FetchResult;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * What a reply says that it is. Read as browsers do, who forgive much: a MIME type that no strict parser takes is still a page
 * to whoever follows its links.
 *
 * @param essence type and subtype in lower case, as {@code text/html}; empty if the reply doesn't say
 * @param charset the label of an encoding, as it was sent; it may be unknown
 */
record ContentType(String essence, Optional<String> charset) {
  private static final ContentType UNKNOWN = new ContentType("", Optional.empty());

  /**
   * The type of a reply: the last one that it gives, which inherits the charset of those before it (Fetch standard, "extract a
   * MIME type"). Values that are no MIME type are passed over.
   */
  static ContentType of(Headers headers) {
    ContentType type = UNKNOWN;
    for (String field : headers.values("Content-Type")) {
      for (String value : split(field, ',')) {
        type = parse(value).filter(next -> !next.essence.equals("*/*")).map(type::followedBy).orElse(type);
      }
    }
    return type;
  }

  /**
   * The type of a reply, guessed if it doesn't say: HTML, a style sheet (browsers take one without a type, and here only its name tells),
   * or still unknown. Some replies forbid to guess (Fetch standard, 3.6).
   */
  static ContentType of(HttpUrl url, FetchResult.Reply reply) {
    ContentType type = of(reply.headers());
    if (!type.isUnknown() || reply.header("X-Content-Type-Options").filter("nosniff"::equalsIgnoreCase).isPresent()) {
      return type;
    }
    if (HtmlSniffer.isHtml(reply.body().head(PageEncoding.LOOKED_AT))) {
      return new ContentType("text/html", type.charset);
    }
    return url.encodedPath().toLowerCase(Locale.ROOT).endsWith(".css") ? new ContentType("text/css", type.charset) : type;
  }

  /** The type that a visit tells of, see {@link #known}. */
  static ContentType ofKnown(String known) {
    return parse(known).orElse(UNKNOWN);
  }

  /** The type as a visit tells of it: one of a few, whatever servers think of; empty if the lab doesn't know it. */
  String known() {
    if (!Extensions.isKnown(essence)) {
      return "";
    }
    Optional<String> label = charset.filter(name -> Encodings.ofLabel(name).isPresent());
    return label.map(name -> essence + "; charset=" + name.strip().toLowerCase(Locale.ROOT)).orElse(essence);
  }

  private ContentType followedBy(ContentType next) {
    boolean inherits = next.charset.isEmpty() && next.essence.equals(essence);
    return inherits ? this : next;
  }

  /** Whether it is HTML's syntax. */
  boolean isHtml() {
    return essence.equals("text/html");
  }

  /** Whether it is HTML in XML's syntax. */
  boolean isXhtml() {
    return essence.equals("application/xhtml+xml");
  }

  /** Whether it is a drawing, which is XML. */
  boolean isSvg() {
    return essence.equals("image/svg+xml");
  }

  /** Whether it is a style sheet. */
  boolean isCss() {
    return essence.equals("text/css");
  }

  /** Whether a sitemap may come as this: XML, maybe packed. */
  boolean mayBeSitemap() {
    return switch (essence) {
      case "text/xml", "application/xml", "application/gzip", "application/x-gzip" -> true;
      default -> isUnknown();
    };
  }

  /** Whether the content itself has to be looked at (MIME Sniffing standard, 7). */
  boolean isUnknown() {
    return essence.isEmpty() || essence.equals("unknown/unknown") || essence.equals("application/unknown");
  }

  /** One MIME type (MIME Sniffing standard, 4.4). */
  private static Optional<ContentType> parse(String value) {
    List<String> parts = split(value, ';');
    String essence = parts.getFirst().strip();
    int slash = essence.indexOf('/');
    if (!isToken(essence.substring(0, Math.max(slash, 0))) || !isToken(essence.substring(slash + 1))) {
      return Optional.empty();
    }
    Optional<String> charset = parts.stream().skip(1).map(ContentType::charset).flatMap(Optional::stream).findFirst();
    return Optional.of(new ContentType(essence.toLowerCase(Locale.ROOT), charset));
  }

  private static Optional<String> charset(String parameter) {
    int equals = parameter.indexOf('=');
    if (equals < 0 || !parameter.substring(0, equals).stripLeading().equalsIgnoreCase("charset")) {
      return Optional.empty();
    }
    String value = parameter.substring(equals + 1);
    String text = value.startsWith("\"") ? unquoted(value) : value.stripTrailing();
    return Optional.of(text).filter(label -> !label.isEmpty() || value.startsWith("\""));
  }

  /** Up to the closing quote, if there is one; what follows it doesn't count. */
  private static String unquoted(String value) {
    StringBuilder text = new StringBuilder();
    for (int at = 1; at < value.length() && value.charAt(at) != '"'; at++) {
      if (value.charAt(at) == '\\' && at + 1 < value.length()) {
        at++;
      }
      text.append(value.charAt(at));
    }
    return text.toString();
  }

  /** The parts between separators that aren't in quotes; at least one. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && quoted) {
        at++;
      } else if (c == separator && !quoted) {
        parts.add(text.substring(start, at));
        start = at + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** A name in HTTP's sense (RFC 9110, 5.6.2). */
  private static boolean isToken(String text) {
    return !text.isEmpty() && text.chars().allMatch(c ->
        c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
  }
}
