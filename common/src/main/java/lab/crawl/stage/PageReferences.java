package lab.crawl.stage;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * What a page refers to, as it stands there, each reference once: a page repeats them, and resolving one costs more than finding it.
 * Not thread-safe: each page has its own.
 */
final class PageReferences {
  private final Set<String> found = new LinkedHashSet<>();
  private final References references = new References(found::add);
  private @Nullable String baseHref; // null if there is none

  private PageReferences() {}

  /** Parses a page as a whole: a tree takes up to fifty times the page's length, but the least time. */
  static PageReferences ofShort(Reader page, Parser parser) {
    PageReferences references = new PageReferences();
    unlessJsoupFails(() -> parser.parseInput(page, "")).ifPresent(tree -> tree.traverse((node, _) -> {
      if (node instanceof Element element) {
        references.look(element);
      }
    }));
    return references;
  }

  /** Parses a page bit by bit, and forgets each element as soon as it is complete: so that no page is too long. */
  static PageReferences ofLong(Reader page, Parser parser) {
    PageReferences references = new PageReferences();
    Sweeping swept = new Sweeping(page);
    try (StreamParser elements = new StreamParser(parser)) {
      unlessJsoupFails(() -> elements.parse(swept, "").document()).ifPresent(document -> {
        swept.document = document;
        references.lookAtAll(elements.iterator());
      });
    }
    return references;
  }

  private void lookAtAll(Iterator<Element> complete) {
    while (unlessJsoupFails(complete::hasNext).orElse(false)) {
      Element element = complete.next();
      look(element);
      removeTextBefore(element);
      element.remove();
    }
  }

  /** Empty if a page is so odd that jsoup has an error: the crawl goes on, with what the page has given so far. */
  static <T> Optional<T> unlessJsoupFails(Supplier<T> parsing) {
    try {
      return Optional.of(parsing.get());
    } catch (UncheckedIOException e) {
      throw e; // The page can't be read: that is not the page's fault.
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Looking for an element among thousands of texts takes time. */
  private static void removeTextBefore(Element element) {
    for (Node before = element.previousSibling(); before != null && !(before instanceof Element); before = element.previousSibling()) {
      before.remove();
    }
  }

  /** Forgets text and comments before each piece of the page that it gives: the parser tells of elements only. */
  private static final class Sweeping extends FilterReader {
    private @Nullable Document document; // null until there is one

    Sweeping(Reader page) {
      super(page);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      if (document != null) {
        document.traverse((node, _) -> {
          if (!(node instanceof Element)) {
            node.remove();
          }
        });
      }
      return super.read(buffer, offset, length);
    }
  }

  private void look(Element element) {
    if (baseHref == null && namesBase(element)) {
      baseHref = element.attr("href");
    }
    references.find(element);
  }

  private static boolean namesBase(Element element) {
    return References.isHtml(element)
        && element.tag().localName().equals("base")
        && element.hasAttr("href")
        && element.closest("template") == null;
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
