package lab.crawl.stage;

import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.function.Consumer;

/** What a tag refers to: other pages, and what the page needs to be shown. */
final class References {
  /** The {@code rel} values of {@code <link>} that lead to a page or to a part of this one (HTML standard, 4.6.7; microformats' list). */
  private static final Set<String> FOLLOWED_RELS =
      Set.of(
          "alternate", "author", "canonical", "contents", "first", "help", "index", "last", "license", "next", "prev",
          "search", "start", "up",
          "apple-touch-icon", "apple-touch-icon-precomposed", "apple-touch-startup-image", "fluid-icon", "icon", "manifest", "mask-icon",
          "modulepreload", "prefetch", "preload", "stylesheet");

  private final HtmlTags tag;
  private final Consumer<String> found;

  /**
   * Looks at whatever tag is the current one.
   *
   * @param found is given each reference as it stands on the page
   */
  References(HtmlTags tag, Consumer<String> found) {
    this.tag = tag;
    this.found = found;
  }

  /** Finds the references of the current tag. */
  void find() {
    if (tag.isSvg()) {
      findInSvg();
    } else {
      findInHtml();
    }
  }

  private void findInHtml() {
    switch (tag.name()) {
      case "a", "area" -> add("href");
      case "iframe", "frame", "script", "embed", "audio", "track" -> add("src");
      case "img", "image", "source" -> { // an image is a misspelt img (HTML standard, 13.2.6.4.7)
        add("src");
        addSet("srcset");
      }
      case "video" -> {
        add("src");
        add("poster");
      }
      case "object" -> add("data");
      case "link" -> addLink();
      case "meta" -> addRefresh();
      case "input" -> addImageButton();
      case "body", "table", "thead", "tbody", "tfoot", "tr", "th", "td" -> add("background");
      default -> {}
    }
  }

  /** SVG 2, 16.1.6: {@code href} counts before {@code xlink:href}. */
  private void findInSvg() {
    switch (tag.name()) {
      case "a", "use", "image", "feimage", "script" -> add(tag.attribute("href") == null ? "xlink:href" : "href");
      default -> {}
    }
  }

  private void addLink() {
    if (hasFollowedRel()) {
      add("href");
      addSet("imagesrcset");
    }
  }

  private boolean hasFollowedRel() {
    String rel = tag.attribute("rel");
    if (rel == null) {
      return false;
    }
    for (StringTokenizer words = new StringTokenizer(rel, " \t\n\f\r"); words.hasMoreTokens();) {
      if (FOLLOWED_RELS.contains(words.nextToken().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private void addRefresh() {
    String content = tag.attribute("content");
    if (content != null && "refresh".equalsIgnoreCase(tag.attribute("http-equiv"))) {
      Refresh.url(content).ifPresent(found);
    }
  }

  private void addImageButton() {
    if ("image".equalsIgnoreCase(tag.attribute("type"))) {
      add("src");
    }
  }

  private void add(String attribute) {
    String reference = tag.attribute(attribute);
    if (reference != null) {
      found.accept(reference);
    }
  }

  private void addSet(String attribute) {
    String references = tag.attribute(attribute);
    if (references != null) {
      SrcSet.urls(references).forEach(found);
    }
  }
}
