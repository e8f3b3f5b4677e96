package lab.crawl.stage;

import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What an element refers to: other pages, and what the page needs to be shown. */
final class References {
  /** The {@code rel} values of {@code <link>} that lead to a page or to a part of this one (HTML standard, 4.6.7; microformats' list). */
  private static final Set<String> FOLLOWED_RELS =
      Set.of(
          "alternate", "author", "canonical", "contents", "first", "help", "index", "last", "license", "next", "prev",
          "search", "start", "up",
          "apple-touch-icon", "apple-touch-icon-precomposed", "apple-touch-startup-image", "fluid-icon", "icon", "manifest", "mask-icon",
          "modulepreload", "prefetch", "preload", "stylesheet");

  private final Consumer<String> found;

  /**
   * Looks for references.
   *
   * @param found is given each reference as it stands on the page
   */
  References(Consumer<String> found) {
    this.found = found;
  }

  /** Finds the references of an element. In XHTML its name may have a prefix, {@code <h:a>}: what counts is the namespace. */
  void find(Element element) {
    switch (element.tag().namespace()) {
      case Parser.NamespaceHtml, Parser.NamespaceXml -> findInHtml(element);
      case Parser.NamespaceSvg -> findInSvg(element);
      default -> {}
    }
  }

  private void findInHtml(Element element) {
    switch (element.tag().localName()) {
      case "a", "area" -> add(element, "href");
      case "iframe", "frame", "script", "embed", "audio", "track" -> add(element, "src");
      case "img", "image", "source" -> { // an image is a misspelt img (HTML standard, 13.2.6.4.7)
        add(element, "src");
        addSet(element, "srcset");
      }
      case "video" -> {
        add(element, "src");
        add(element, "poster");
      }
      case "object" -> add(element, "data");
      case "link" -> addLink(element);
      case "meta" -> addRefresh(element);
      case "input" -> addImageButton(element);
      case "body", "table", "thead", "tbody", "tfoot", "tr", "th", "td" -> add(element, "background");
      default -> {}
    }
  }

  /** SVG 2, 16.1.6: {@code href} counts before {@code xlink:href}. */
  private void findInSvg(Element element) {
    switch (element.tag().localName()) {
      case "a", "use", "image", "feImage", "feimage", "script" -> add(element, element.hasAttr("href") ? "href" : "xlink:href");
      default -> {}
    }
  }

  private void addLink(Element element) {
    if (hasFollowedRel(element)) {
      add(element, "href");
      addSet(element, "imagesrcset");
    }
  }

  private static boolean hasFollowedRel(Element element) {
    for (StringTokenizer words = new StringTokenizer(element.attr("rel"), " \t\n\f\r"); words.hasMoreTokens();) {
      if (FOLLOWED_RELS.contains(words.nextToken().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private void addRefresh(Element element) {
    if (element.attr("http-equiv").equalsIgnoreCase("refresh")) {
      Refresh.url(element.attr("content")).ifPresent(found);
    }
  }

  private void addImageButton(Element element) {
    if (element.attr("type").equalsIgnoreCase("image")) {
      add(element, "src");
    }
  }

  /** Without its fragment: a page refers to many parts of another, and all of them are one URL. */
  private void add(Element element, String attribute) {
    if (element.hasAttr(attribute)) {
      found.accept(Base.withoutFragment(element.attr(attribute)));
    }
  }

  private void addSet(Element element, String attribute) {
    if (element.hasAttr(attribute)) {
      SrcSet.urls(element.attr(attribute)).forEach(found);
    }
  }
}
