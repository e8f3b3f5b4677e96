package lab.crawl.stage;

import java.util.HashMap;
import java.util.Map;

/**
 * What the prefixes of names mean in XML's syntax (Namespaces in XML 1.0, 5): {@code <h:a>} is a link where {@code h} stands for
 * XHTML. A declaration counts from where it stands to the end of the page; documents that use a prefix in two senses aren't worth a
 * stack.
 */
final class XmlNames {
  private static final int MOST_PREFIXES = 64;

  private final Map<String, String> namespaces = new HashMap<>();

  /** Takes note of an attribute {@code xmlns:prefix}. */
  void declare(String prefix, String namespace) {
    if (namespaces.size() < MOST_PREFIXES) {
      namespaces.put(prefix, namespace);
    }
  }

  /** The name without its prefix; empty if it is neither of XHTML nor of SVG. */
  String local(String name) {
    int colon = name.indexOf(':');
    if (colon < 0) {
      return name;
    }
    return switch (namespaces.getOrDefault(name.substring(0, colon), "")) {
      case "http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg" -> name.substring(colon + 1);
      default -> "";
    };
  }
}
