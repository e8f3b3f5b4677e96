package lab.crawl.stage;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.ProcessingInstruction;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * What a page refers to, as it stands there, each reference once: a page repeats them, and resolving one costs more than finding it.
 * Not thread-safe: each page has its own.
 */
final class PageReferences {
  private final Map<String, Role> found = new LinkedHashMap<>();
  private final Set<String> nofollow = new HashSet<>();
  private final References references = new References(this::add, nofollow::add);
  private @Nullable String baseHref; // null if there is none

  private PageReferences() {}

  /** What is needed to show the page is that also where it is linked. */
  private void add(String reference, Role role) {
    found.merge(reference, role, Role::stronger);
  }

  /** Parses a page as a whole: a tree takes up to fifty times the page's length, but the least time. */
  static PageReferences ofShort(Reader page, Parser parser) {
    PageReferences references = new PageReferences();
    unlessJsoupFails(() -> parser.parseInput(page, ""))
        .ifPresent(tree -> tree.traverse((node, _) -> references.look(node)));
    return references;
  }

  /** Parses a page bit by bit, and forgets each element as soon as it is complete: so that no page is too long. */
  static PageReferences ofLong(Reader page, Parser parser) {
    PageReferences references = new PageReferences();
    references.readBitByBit(page, parser, references::look);
    return references;
  }

  /** Reads a {@link Sitemap}, likewise. */
  static PageReferences ofSitemap(Reader sitemap) {
    PageReferences references = new PageReferences();
    references.readBitByBit(sitemap, Parser.xmlParser(), references.references::findInSitemap);
    return references;
  }

  private void readBitByBit(Reader page, Parser parser, Consumer<Element> look) {
    Sweeping swept = new Sweeping(page);
    try (StreamParser elements = new StreamParser(parser)) {
      unlessJsoupFails(() -> elements.parse(swept, "").document()).ifPresent(document -> {
        swept.document = document;
        lookAtAll(elements.iterator(), look);
        swept.sweep();
      });
    }
  }

  private void lookAtAll(Iterator<Element> complete, Consumer<Element> look) {
    while (unlessJsoupFails(complete::hasNext).orElse(false)) {
      Element element = complete.next();
      look.accept(element);
      forgetTextBefore(element);
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
  private void forgetTextBefore(Element element) {
    for (Node before = element.previousSibling(); before != null && !(before instanceof Element); before = element.previousSibling()) {
      forget(before);
    }
  }

  private void forget(Node node) {
    look(node);
    node.remove();
  }

  /** Forgets text and comments before each piece of the page that it gives: the parser tells of elements only. */
  private final class Sweeping extends FilterReader {
    private @Nullable Document document; // null until there is one

    Sweeping(Reader page) {
      super(page);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      sweep();
      return super.read(buffer, offset, length);
    }

    void sweep() {
      if (document != null) {
        document.traverse((node, _) -> {
          if (!(node instanceof Element) && !isNeeded(node)) {
            forget(node);
          }
        });
      }
    }
  }

  /** Text that is looked at when its element is complete. */
  private static boolean isNeeded(Node node) {
    boolean isText = node instanceof TextNode || node instanceof DataNode;
    return isText && node.parent() instanceof Element parent && References.isText(parent);
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

  /** The names to whom the page says that no link should be followed, see {@link Nofollow}. */
  Set<String> nofollow() {
    return nofollow;
  }

  /** The references; whoever goes through them may remove them on the way. */
  Iterator<Map.Entry<String, Role>> iterator() {
    return found.entrySet().iterator();
  }
}
