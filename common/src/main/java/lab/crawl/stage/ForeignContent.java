package lab.crawl.stage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a page is within SVG or MathML, where other rules hold (HTML standard, 13.2.6.5): {@code <title>} and {@code <style>}
 * may contain elements there, and there are CDATA sections. Knows the open elements that decide it and no others, which is right for
 * every page that closes what it opens.
 */
final class ForeignContent {
  /** The elements that begin it, each with those within which HTML's own rules hold again. */
  private static final Map<String, Set<String>> ISLANDS = Map.of(
      "svg", Set.of("foreignobject", "desc", "title"),
      "math", Set.of("mi", "mo", "mn", "ms", "mtext", "annotation-xml"));

  /** These end whatever foreign element is open. */
  private static final Set<String> BREAKOUTS =
      Set.of(
          "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "h1", "h2", "h3", "h4", "h5",
          "h6", "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span",
          "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var");

  /** All names that make a difference here. */
  static final List<String> NAMES = Stream.of(ISLANDS.keySet(), ISLANDS.get("svg"), ISLANDS.get("math"), BREAKOUTS).flatMap(Set::stream).toList();

  /** Deeper is only a page that means harm: it would make us search long. */
  private static final int DEEPEST = 64;

  private final Deque<String> open = new ArrayDeque<>(); // innermost first

  /** Whether what comes next is SVG or MathML. */
  boolean isForeign() {
    return !open.isEmpty() && ISLANDS.containsKey(open.peek());
  }

  /** Whether there may be CDATA sections: those islands are foreign themselves. */
  boolean hasCdata() {
    return !open.isEmpty();
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
    if (!selfClosing && open.size() < DEEPEST && matters(name)) {
      open.push(name);
    }
  }

  /** An {@code <svg>} in MathML is only an unknown element there, and the other way round. */
  private boolean matters(String name) {
    return isForeign() ? name.equals(open.peek()) || ISLANDS.get(open.peek()).contains(name) : ISLANDS.containsKey(name);
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
