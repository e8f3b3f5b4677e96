package lab.crawl.stage;

import java.util.Set;

/**
 * Reads a page for what it refers to. The first {@code <base href>} counts, wherever it stands, for references before it too (HTML
 * standard, 4.2.3): after a late one the page has to be read again. Not thread-safe: each page has its own.
 */
final class PageReferences {
  private final Set<String> found;
  private Base base;
  private boolean isBaseKnown;

  /**
   * Begins.
   *
   * @param base the page's URL, until the page says something else
   * @param found gets where the references lead, as text; the empty one instead of all that are no web address
   */
  PageReferences(Base base, Set<String> found) {
    this.base = base;
    this.found = found;
  }

  /**
   * Reads the whole page.
   *
   * @return false if it has to be read again, from its beginning; that happens once at most
   */
  boolean read(HtmlTags tags) {
    found.clear();
    References references = new References(tags, reference -> found.add(base.resolve(reference)));
    while (tags.next()) {
      if (isBaseKnown || !namesBase(tags)) {
        references.find();
      } else if (isMovedTo(tags.attribute("href")) && !found.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static boolean namesBase(HtmlTags tags) {
    return tags.name().equals("base") && !tags.isSvg() && !tags.isInTemplate() && tags.attribute("href") != null;
  }

  private boolean isMovedTo(String href) {
    Base before = base;
    base = before.to(href);
    isBaseKnown = true;
    return base != before;
  }
}
