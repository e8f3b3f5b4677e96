package lab.crawl.stage;

import java.io.Reader;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * What a page refers to, as it stands there, each reference once: a page repeats them, and resolving one costs more than finding it.
 * Not thread-safe: each page has its own.
 */
final class PageReferences {
  private final Set<String> found = new LinkedHashSet<>();
  private final References references = new References(found::add);
  private String baseHref; // null if there is none

  private PageReferences() {}

  /** Parses a page as a whole: a tree takes up to fifty times the page's length, but the least time. */
  static PageReferences ofShort(Reader page, Parser parser) {
    PageReferences references = new PageReferences();
    parser.parseInput(page, "").traverse((node, _) -> {
      if (node instanceof Element element) {
        references.look(element);
      }
    });
    return references;
  }

  /** Parses a page bit by bit, and forgets each element as soon as it is complete: so that no page is too long. */
  static PageReferences ofLong(Reader page, Parser parser) {
    PageReferences references = new PageReferences();
    try (StreamParser elements = new StreamParser(parser).parse(page, "")) {
      for (Iterator<Element> complete = elements.iterator(); complete.hasNext(); ) {
        Element element = complete.next();
        references.look(element);
        element.remove();
      }
    }
    return references;
  }

  private void look(Element element) {
    if (baseHref == null && element.normalName().equals("base") && element.hasAttr("href") && element.closest("template") == null) {
      baseHref = element.attr("href");
    }
    references.find(element);
  }

  /** The first {@code <base href>}, which counts for all references, wherever it stands (HTML standard, 4.2.3). */
  Optional<String> baseHref() {
    return Optional.ofNullable(baseHref);
  }

  /** The references; whoever goes through them may remove them on the way. */
  Iterator<String> iterator() {
    return found.iterator();
  }
}
