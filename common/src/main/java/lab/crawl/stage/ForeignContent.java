package lab.crawl.stage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a page is within SVG or MathML, where other rules hold (HTML standard, 13.2.6.5): {@code <title>} and {@code <style>}
 * may contain elements there, and there are CDATA sections. Knows the open elements that decide it, and no others.
 */
final class ForeignContent {
  private static final Set<String> ROOTS = Set.of("svg", "math");

  /** Within these HTML's own rules hold again. */
  private static final Set<String> ISLANDS =
      Set.of("foreignobject", "desc", "title", "mi", "mo", "mn", "ms", "mtext", "annotation-xml");

  /** These end whatever foreign element is open. */
  private static final Set<String> BREAKOUTS =
      Set.of(
          "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "h1", "h2", "h3", "h4", "h5",
          "h6", "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span",
          "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var");

  /** All names that make a difference here. */
  static final List<String> NAMES = Stream.of(ROOTS, ISLANDS, BREAKOUTS).flatMap(Set::stream).toList();

  /** Deeper is only a page that means harm: it would make us search long. */
  private static final int DEEPEST = 64;

  private final Deque<String> open = new ArrayDeque<>(); // innermost first

  /** Whether what comes next is SVG or MathML. */
  boolean isForeign() {
    return !open.isEmpty() && ROOTS.contains(open.peek());
  }

  /** Whether what comes next is SVG. */
  boolean isSvg() {
    return "svg".equals(open.peek());
  }

  /** Takes note of a start tag. */
  void start(String name, boolean selfClosing) {
    if (isForeign() && BREAKOUTS.contains(name)) {
      while (isForeign()) {
        open.pop();
      }
    }
    if (!selfClosing && open.size() < DEEPEST && (ROOTS.contains(name) || isForeign() && ISLANDS.contains(name))) {
      open.push(name);
    }
  }

  /** Takes note of an end tag. */
  void end(String name) {
    if (open.contains(name)) {
      while (!open.pop().equals(name)) {
        // The elements within it end too.
      }
    }
  }
}
