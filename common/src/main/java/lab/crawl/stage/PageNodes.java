package lab.crawl.stage;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/** Parses a page, and lets somebody look at each of its nodes. */
final class PageNodes {
  private final Consumer<Node> look;

  private PageNodes(Consumer<Node> look) {
    this.look = look;
  }

  /** As a whole: a tree takes fifty times the page's length and more, but the least time. */
  static void ofShort(Reader page, Parser parser, Consumer<Node> look) {
    unlessJsoupFails(() -> parser.parseInput(page, "")).ifPresent(tree -> tree.traverse((node, _) -> look.accept(node)));
  }

  /** Bit by bit, and forgets each element as soon as it is complete: so that no page is too long. Text is seen with its element only. */
  static void ofLong(Reader page, Parser parser, Consumer<Node> look) {
    new PageNodes(look).readBitByBit(page, parser);
  }

  private void readBitByBit(Reader page, Parser parser) {
    Sweeping swept = new Sweeping(page);
    try (StreamParser elements = new StreamParser(parser)) {
      unlessJsoupFails(() -> elements.parse(swept, "").document()).ifPresent(document -> {
        swept.document = document;
        lookAtAll(elements.iterator());
        swept.sweep();
      });
    }
  }

  /** One step behind, because the parser tells of a {@code <style>} between head and body before it has read its text. */
  private void lookAtAll(Iterator<Element> complete) {
    Element last = null;
    while (unlessJsoupFails(complete::hasNext).orElse(false)) {
      Element next = complete.next();
      if (last != null) {
        lookAtWhole(last);
      }
      last = next;
    }
    if (last != null) {
      lookAtWhole(last);
    }
  }

  private void lookAtWhole(Element element) {
    look.accept(element);
    forgetAllBefore(element);
    element.remove();
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

  /**
   * Looking for an element among thousands of texts takes time. And of an element that stands in a table where none may stand, and so
   * is moved before it (HTML standard, 13.2.6.1), the parser doesn't tell.
   */
  private void forgetAllBefore(Element element) {
    for (Node before = element.previousSibling(); before != null; before = element.previousSibling()) {
      forget(before);
    }
  }

  private void forget(Node node) {
    look.accept(node);
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
}
