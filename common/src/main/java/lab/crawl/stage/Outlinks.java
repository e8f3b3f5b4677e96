package lab.crawl.stage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.crawl.FetchResult;
import lab.crawl.Scope;
import lab.crawl.Urls;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Finds what a page links to: other pages, and what the page needs to be shown. */
public final class Outlinks {
  /** The {@code rel} values of {@code <link>} that lead to a page or to a part of this one (HTML standard, 4.6.7). */
  private static final Set<String> FOLLOWED_RELS =
      Set.of(
          "alternate", "author", "canonical", "contents", "first", "help", "index", "last", "license", "next", "prev",
          "search", "start", "up",
          "apple-touch-icon", "icon", "manifest", "modulepreload", "preload", "stylesheet");

  private static final Pattern REFRESH_URL =
      Pattern.compile(
          "^\\s*[\\d.]+(?:\\s*[;,]|\\s)\\s*(?:url\\s*=\\s*)?+(?:'(?<single>[^']+)|\"(?<double>[^\"]+)|(?<bare>[^'\"].*))",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final String XHTML = "application/xhtml+xml";

  private Outlinks() {}

  /** Whether a reply is a page to be parsed: {@code text/html} or {@code application/xhtml+xml}. */
  public static boolean isHtml(FetchResult.Reply reply) {
    String type = mediaType(reply);
    return type.equals("text/html") || type.equals(XHTML);
  }

  /**
   * Parses a page and gives its outlinks on the scope's origin.
   *
   * @param url where the page was found
   * @param page a reply for which {@link #isHtml} holds
   * @param scope says which origin is the crawl's
   * @return normalised, each once, in the order of the page
   */
  public static List<String> of(HttpUrl url, FetchResult.Reply page, Scope scope) {
    Document document = parse(url, page);
    HttpUrl base = base(document, url);
    Set<String> outlinks = new LinkedHashSet<>();
    // A page repeats its references, and resolving one costs more than finding it.
    for (String reference : references(document)) {
      Urls.resolve(base, reference).map(HttpUrl::toString).filter(scope::sameOrigin).ifPresent(outlinks::add);
    }
    return List.copyOf(outlinks);
  }

  /** Decodes as browsers do: byte order mark, then the header's charset, then the page's own {@code <meta>}, then UTF-8. */
  private static Document parse(HttpUrl url, FetchResult.Reply page) {
    String charset = page.header("Content-Type").map(MediaType::parse).map(MediaType::charset).map(Charset::name).orElse(null);
    // In HTML <script src="x"/> begins a script that never ends; in XHTML it is whole.
    Parser parser = mediaType(page).equals(XHTML) ? Parser.xmlParser() : Parser.htmlParser();
    try (InputStream bytes = page.body().open()) {
      return Jsoup.parse(bytes, charset, url.toString(), parser);
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
  }

  /** What stands before the parameters: those may be broken, and often are. */
  private static String mediaType(FetchResult.Reply reply) {
    return reply.header("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** The first {@code <base href>} counts, wherever it stands, for links before it too. */
  private static HttpUrl base(Document document, HttpUrl url) {
    Element base = document.selectFirst("base[href]");
    return base == null ? url : Urls.resolve(url, base.attr("href")).orElse(url);
  }

  private static Set<String> references(Document document) {
    Set<String> references = new LinkedHashSet<>();
    document.traverse((node, _) -> {
      if (node instanceof Element element) {
        addReferences(references, element);
      }
    });
    return references;
  }

  private static void addReferences(Set<String> references, Element element) {
    switch (element.normalName()) {
      case "a", "area" -> add(references, element, "href");
      case "iframe", "frame", "script", "embed", "audio", "track" -> add(references, element, "src");
      case "img", "source" -> {
        add(references, element, "src");
        references.addAll(SrcSet.urls(element.attr("srcset")));
      }
      case "video" -> {
        add(references, element, "src");
        add(references, element, "poster");
      }
      case "object" -> add(references, element, "data");
      case "link" -> {
        if (hasFollowedRel(element)) {
          add(references, element, "href");
        }
      }
      case "meta" -> refreshUrl(element).ifPresent(references::add);
      default -> {}
    }
  }

  /** Without its fragment: a page refers to many parts of another, and all of them are one URL. */
  private static void add(Set<String> references, Element element, String attribute) {
    if (element.hasAttr(attribute)) {
      references.add(element.attr(attribute).split("#", 2)[0]);
    }
  }

  private static boolean hasFollowedRel(Element link) {
    for (String rel : link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+")) {
      if (FOLLOWED_RELS.contains(rel)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> refreshUrl(Element meta) {
    if (!meta.attr("http-equiv").equalsIgnoreCase("refresh")) {
      return Optional.empty();
    }
    Matcher matcher = REFRESH_URL.matcher(meta.attr("content"));
    return matcher.find()
        ? Stream.of("single", "double", "bare").map(matcher::group).filter(Objects::nonNull).findFirst()
        : Optional.empty();
  }
}
