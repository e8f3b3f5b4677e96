package lab.crawl.stage;

import java.io.Reader;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.ProcessingInstruction;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a page refers to, as it stands there, each reference once: a page repeats them, and resolving one costs more than finding it.
 * Not thread-safe: each page has its own.
 */
final class PageReferences implements ReferencePlaces {
  private final Map<String, Role> found = new LinkedHashMap<>();
  private final Set<String> nofollow = new HashSet<>();
  private final References references = new References(this, nofollow::add);
  private @Nullable String baseHref; // null if there is none

  private PageReferences() {}

  /** What is needed to show the page is that also where it is linked. */
  private void add(String reference, Role role) {
    found.merge(reference, role, Role::stronger);
  }

  /** Parses a page as a whole, see {@link PageNodes#ofShort}, and lets somebody else look at its nodes, too. */
  static PageReferences ofShort(Reader page, Parser parser, Optional<PlacesFinder> places) {
    PageReferences references = new PageReferences();
    Consumer<Node> look = references::look;
    PageNodes.ofShort(page, parser, places.map(others -> look.andThen(others::look)).orElse(look));
    return references;
  }

  /** Parses a page bit by bit, see {@link PageNodes#ofLong}. */
  static PageReferences ofLong(Reader page, Parser parser) {
    PageReferences references = new PageReferences();
    PageNodes.ofLong(page, parser, references::look);
    return references;
  }

  /** Reads a {@link Sitemap}, likewise. */
  static PageReferences ofSitemap(Reader sitemap) {
    PageReferences references = new PageReferences();
    PageNodes.ofLong(sitemap, Parser.xmlParser(), node -> {
      if (node instanceof Element element) {
        references.references.findInSitemap(element);
      }
    });
    return references;
  }

  private void look(Node node) {
    switch (node) {
      case Element element -> look(element);
      case ProcessingInstruction instruction -> references.find(instruction);
      default -> {}
    }
  }

  private void look(Element element) {
    if (baseHref == null && namesBase(element)) {
      baseHref = element.attr("href");
    }
    references.find(element);
  }

  @Override
  public void inAttribute(Node node, String name, ReferenceSyntax syntax, Role role) {
    add(node.attr(name), syntax, role);
  }

  @Override
  public void inText(Element element, ReferenceSyntax syntax, Role role) {
    add(References.text(element), syntax, role);
  }

  /** Without its fragment: a page refers to many parts of another, and all of them are one URL. */
  private void add(String value, ReferenceSyntax syntax, Role role) {
    syntax.find(value, (_, _, reference) -> add(Base.withoutFragment(reference), role));
  }

  static boolean namesBase(Element element) {
    return References.isHtml(element)
        && element.tag().localName().equals("base")
        && element.hasAttr("href")
        && element.closest("template") == null;
  }

  /** The first {@code <base href>}, which counts for all references, wherever it stands (HTML standard, 4.2.3). */
  Optional<String> baseHref() {
    return Optional.ofNullable(baseHref);
  }

  /** The names to whom the page says that no link should be followed, see {@link Nofollow}. */
  Set<String> nofollow() {
    return nofollow;
  }

  /** The references; whoever goes through them may remove them on the way. */
  Iterator<Map.Entry<String, Role>> iterator() {
    return found.entrySet().iterator();
  }
}
