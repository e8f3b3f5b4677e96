package lab.crawl.stage;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lab.crawl.Body;
import lab.crawl.BodyWriter;
import lab.crawl.FetchResult;
import lab.crawl.Scope;
import lab.crawl.Urls;
import okhttp3.HttpUrl;
import org.jsoup.parser.Parser;

/**
 * Finds what replies link to: other pages, and what a page needs to be shown. Any thread may use it at any time, for any page of the
 * crawl.
 */
public final class Outlinks {
  private final Scope scope;
  private final ReferenceCache cache = new ReferenceCache();

  /** For the pages of one crawl, whose scope says which origins are wanted. */
  public Outlinks(Scope scope) {
    this.scope = scope;
  }

  /**
   * The outlinks of a reply on the scope's origins: where its {@code Refresh} header leads and, if it is HTML or XHTML, what the page
   * refers to.
   *
   * @param url what was asked for
   * @param reply one with a status that means success
   * @return normalised, each once, in the order of the page; if that is a long one, in the order in which its elements end
   * @throws UncheckedIOException if the body is in a file that can't be read
   */
  public List<String> of(HttpUrl url, FetchResult.Reply reply) {
    Set<String> found = new LinkedHashSet<>();
    ContentType type = ContentType.of(reply);
    if (type.isHtml() || type.isXhtml()) {
      addReferences(found, url, reply.body(), type);
    }
    reply.header("Refresh").flatMap(Refresh::url).flatMap(to -> Urls.resolveHeader(url, to)).ifPresent(to -> found.add(to.toString()));
    found.removeIf(outlink -> !scope.sameOrigin(outlink));
    return List.copyOf(found);
  }

  private void addReferences(Set<String> found, HttpUrl url, Body body, ContentType type) {
    Charset encoding = PageEncoding.of(type, body.head(PageEncoding.LOOKED_AT));
    PageReferences references = references(body, encoding, type);
    Base pageBase = new Base(url, encoding, cache);
    Base base = references.baseHref().map(pageBase::to).orElse(pageBase);
    for (Iterator<String> all = references.iterator(); all.hasNext(); ) {
      found.add(base.resolve(all.next()));
      // There may be millions, and from here on their text is of no use.
      all.remove();
    }
  }

  private static PageReferences references(Body body, Charset encoding, ContentType type) {
    Parser parser = type.isXhtml() ? Parser.xmlParser() : Parser.htmlParser();
    try (Reader page = new InputStreamReader(body.open(), encoding)) {
      return body.length() <= BodyWriter.MOST_IN_MEMORY
          ? PageReferences.ofShort(page, parser)
          : PageReferences.ofLong(page, parser);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the body of a reply: " + e, e);
    }
  }
}
