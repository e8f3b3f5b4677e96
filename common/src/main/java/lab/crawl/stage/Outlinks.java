package lab.crawl.stage;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Optional<Nofollow> nofollow;
  private final RecentAnswers<Base.Reference, String> known = new RecentAnswers<>();

  /** For the pages of one crawl, whose scope says which origins are wanted, and whether what a page needs is wanted from others, too. */
  public Outlinks(Scope scope) {
    this(scope, Optional.empty());
  }

  /** The same for a crawl that doesn't follow links where it is asked not to, if that is present. */
  Outlinks(Scope scope, Optional<Nofollow> nofollow) {
    this.scope = scope;
    this.nofollow = nofollow;
  }

  /**
   * The outlinks of a reply: what its headers refer to ({@link HeaderLinks}) and what it says itself, if it is a
   * page, a drawing, a style sheet or a sitemap.
   *
   * @param url what was asked for
   * @param reply one with a status that means success
   * @return normalised, each once, in the order of the page; if that is a long one, in the order in which its elements end
   * @throws UncheckedIOException if the body is in a file that can't be read
   */
  public List<String> of(HttpUrl url, FetchResult.Reply reply) {
    return find(url, reply, false).outlinks();
  }

  /**
   * What was found in a reply.
   *
   * @param places what may have to change in the page in a copy; empty if nobody asked, or if it was no page to look at as a whole
   */
  record Found(List<String> outlinks, Optional<PagePlaces> places) {}

  /** The same, and on the way what may have to change in a copy, if that is asked. */
  Found find(HttpUrl url, FetchResult.Reply reply, boolean withPlaces) {
    Map<String, Role> found = new LinkedHashMap<>();
    if (!isOwn(url) && !ContentType.of(url, reply).isCss()) {
      return new Found(List.of(), Optional.empty()); // What comes from another host is no page to go on from.
    }
    Optional<PagePlaces> places;
    try {
      places = addBody(found, url, reply, withPlaces);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the body of a reply: " + e, e);
    }
    HeaderLinks.find(reply, (reference, role) ->
        Urls.resolveHeader(url, reference).ifPresent(to -> add(found, to.toString(), role)));
    found.entrySet().removeIf(outlink -> !isWanted(outlink.getKey(), outlink.getValue(), isOwn(url)));
    removeNofollow(found, reply);
    return new Found(List.copyOf(found.keySet()), places);
  }

  private void removeNofollow(Map<String, Role> found, FetchResult.Reply reply) {
    if (nofollow.isPresent()) {
      Role weakest = nofollow.get().isSaidBy(reply) ? Role.REQUISITE : Role.LINK;
      found.values().removeIf(role -> role.compareTo(weakest) < 0);
    }
  }

  /**
   * The outlink of a redirect.
   *
   * @param url what was asked for
   * @param target where it leads
   * @return the target, if it is wanted
   */
  public List<String> ofRedirect(HttpUrl url, HttpUrl target) {
    // Nobody but a page that needs something leads to another host, and it still needs it.
    Role role = isOwn(url) ? Role.LINK : Role.REQUISITE;
    return isWanted(target.toString(), role, isOwn(url)) ? List.of(target.toString()) : List.of();
  }

  private boolean isOwn(HttpUrl url) {
    return scope.sameOrigin(url.toString());
  }

  private boolean isWanted(String outlink, Role role, boolean foundOnOwn) {
    boolean isNeeded = scope.requisites() == Scope.Requisites.ANY && role == Role.REQUISITE && !outlink.isEmpty();
    return isNeeded || foundOnOwn && scope.sameOrigin(outlink);
  }

  /** What is needed to show the page is that also where it is linked. */
  private static void add(Map<String, Role> found, String outlink, Role role) {
    found.merge(outlink, role, Role::stronger);
  }

  private Optional<PagePlaces> addBody(Map<String, Role> found, HttpUrl url, FetchResult.Reply reply, boolean withPlaces) throws IOException {
    Body body = reply.body();
    ContentType type = ContentType.of(url, reply);
    if (type.isHtml() || type.isXhtml() || type.isSvg()) {
      Charset encoding = PageEncoding.of(type, body.head(PageEncoding.LOOKED_AT));
      Optional<PlacesFinder> places = Optional.of(new PlacesFinder(encoding, !type.isHtml())).filter(_ -> withPlaces && isShort(body));
      addAll(found, references(body, encoding, type, places), new Base(url, encoding, known));
      return places.filter(finder -> finder.again().isEmpty()).map(PlacesFinder::places);
    } else if (type.isCss()) {
      addStyles(found, body, type, new Base(url, StandardCharsets.UTF_8, known));
    } else if (type.mayBeSitemap() && Sitemap.isOne(body)) {
      addAll(found, sitemap(body, type), new Base(url, StandardCharsets.UTF_8, known));
    }
    return Optional.empty();
  }

  private void addAll(Map<String, Role> found, PageReferences references, Base pageBase) {
    Base base = references.baseHref().map(pageBase::to).orElse(pageBase);
    boolean onlyRequisites = nofollow.isPresent() && nofollow.get().isSaidTo(references.nofollow());
    for (Iterator<Map.Entry<String, Role>> all = references.iterator(); all.hasNext(); ) {
      Map.Entry<String, Role> reference = all.next();
      if (reference.getValue() == Role.REQUISITE || !onlyRequisites) {
        add(found, base.resolve(reference.getKey()), reference.getValue());
      }
      // There may be millions, and from here on their text is of no use.
      all.remove();
    }
  }

  private static void addStyles(Map<String, Role> found, Body body, ContentType type, Base base) throws IOException {
    String sheet = StyleSheet.read(body, StyleSheet.encoding(type, body.head(PageEncoding.LOOKED_AT)));
    CssReferences.inSheet(sheet, reference -> add(found, base.resolve(reference.url()), Role.REQUISITE));
  }

  private static PageReferences references(Body body, Charset encoding, ContentType type, Optional<PlacesFinder> places) throws IOException {
    Parser parser = (type.isHtml() ? Parser.htmlParser() : Parser.xmlParser()).setTrackPosition(places.isPresent());
    try (Reader page = new InputStreamReader(body.open(), encoding)) {
      return isShort(body) ? PageReferences.ofShort(page, parser, places) : PageReferences.ofLong(page, parser);
    }
  }

  private static boolean isShort(Body body) {
    return body.length() <= BodyWriter.MOST_IN_MEMORY;
  }

  private static PageReferences sitemap(Body body, ContentType type) throws IOException {
    try (Reader sitemap = new InputStreamReader(Sitemap.open(body), PageEncoding.of(type, Sitemap.head(body)))) {
      return PageReferences.ofSitemap(sitemap);
    }
  }
}
