package lab.crawl.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.ProcessingInstruction;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** What an element refers to: other pages, and what the page needs to be shown. */
final class References {
  /** The attributes of SVG that hold CSS (SVG 2, 6.6) and may refer to a file. */
  private static final Set<String> SVG_STYLES =
      Set.of("clip-path", "cursor", "fill", "filter", "marker-end", "marker-mid", "marker-start", "mask", "stroke");

  /** Adobe's Illustrator says it by an entity of the drawing's own DTD, which the parser leaves as it is. */
  private static final Set<String> SVG = Set.of(Parser.NamespaceSvg, "&ns_svg;");

  private static final String XLINK = "http://www.w3.org/1999/xlink";

  private final ReferencePlaces places;
  private final Consumer<String> nofollow;

  /**
   * Looks for references.
   *
   * @param places is told where each stands on the page, and what it is to the page
   * @param nofollow is given each name to whom a {@code <meta>} says that no link should be followed, in small letters
   */
  References(ReferencePlaces places, Consumer<String> nofollow) {
    this.places = places;
    this.nofollow = nofollow;
  }

  /** Finds the references of an element. */
  void find(Element element) {
    if (isHtml(element)) {
      findInHtml(element);
    } else if (SVG.contains(element.tag().namespace())) {
      findInSvg(element);
    } else if (element.tag().namespace().equals(Parser.NamespaceMathml)) {
      add(element, "href", Role.LINK); // MathML 3, 2.1.6
    }
    // Asked of every element of every page: most have no attribute at all.
    if (element.attributesSize() > 0 && element.attributes().hasKey("style")) {
      addStyle(element, "style");
    }
  }

  /** Finds what an XML document says of its style sheets before it begins (Associating Style Sheets with XML documents, 3). */
  void find(ProcessingInstruction instruction) {
    if (instruction.target().equals("xml-stylesheet")) {
      add(instruction, "href", Role.REQUISITE);
    }
  }

  /** Finds what an element of a {@link Sitemap} lists: {@code <loc>}, and links to translations, which are XHTML's. */
  void findInSitemap(Element element) {
    if (element.tag().localName().equals("loc")) {
      places.inText(element, ReferenceSyntax.URL, Role.LINK);
    } else if (element.tag().namespace().equals(Parser.NamespaceHtml)) {
      findInHtml(element);
    }
  }

  /**
   * Whether it is an element of HTML's. In XHTML its name may have a prefix, {@code <h:a>}: what counts is the namespace, if the page
   * names one.
   */
  static boolean isHtml(Element element) {
    String namespace = element.tag().namespace();
    return namespace.equals(Parser.NamespaceHtml) || namespace.equals(Parser.NamespaceXml);
  }

  /** Whether the text in an element may be or have a reference. */
  static boolean isText(Element element) {
    String name = element.tag().localName();
    return name.equals("style") || name.equals("loc");
  }

  private void findInHtml(Element element) {
    switch (element.tag().localName()) {
      case "a", "area" -> add(element, "href", linkRole(element));
      case "iframe", "frame" -> add(element, "src", Role.LINK);
      case "script", "embed", "audio", "track" -> add(element, "src", Role.REQUISITE);
      case "img", "image", "source" -> { // an image is a misspelt img (HTML standard, 13.2.6.4.7)
        add(element, "src", Role.REQUISITE);
        addSet(element, "srcset", Role.REQUISITE);
      }
      case "video" -> {
        add(element, "src", Role.REQUISITE);
        add(element, "poster", Role.REQUISITE);
      }
      case "object" -> add(element, "data", Role.REQUISITE);
      case "link" -> addLink(element);
      case "style" -> addStyles(element);
      case "meta" -> {
        addRefresh(element);
        addNofollow(element);
      }
      case "input" -> addImageButton(element);
      case "body", "table", "thead", "tbody", "tfoot", "tr", "th", "td" -> add(element, "background", Role.REQUISITE);
      default -> {}
    }
  }

  private void findInSvg(Element element) {
    switch (element.tag().localName()) {
      case "a" -> add(element, href(element), Role.LINK);
      case "use", "image", "feImage", "feimage", "script" -> addPart(element, href(element));
      case "style" -> addStyles(element);
      default -> {}
    }
    for (Attribute attribute : element.attributes()) {
      if (SVG_STYLES.contains(attribute.getKey())) {
        addStyle(element, attribute.getKey());
      }
    }
  }

  /** SVG 2, 16.1.6: {@code href} counts before {@code xlink:href}, which may have another prefix in XML. */
  private static String href(Element element) {
    if (element.hasAttr("href")) {
      return "href";
    }
    return element.attributes().asList().stream()
        .filter(attribute -> attribute.namespace().equals(XLINK) && attribute.localName().equals("href"))
        .map(Attribute::getKey).findFirst().orElse("xlink:href");
  }

  /** A fragment alone is a part of this very document, whatever its {@code <base>} (SVG 2, 16.1.2). */
  private void addPart(Element element, String attribute) {
    if (!element.attr(attribute).startsWith("#")) {
      add(element, attribute, Role.REQUISITE);
    }
  }

  private void addLink(Element element) {
    LinkRel.role(element.attr("rel")).ifPresent(role -> {
      add(element, "href", role);
      addSet(element, "imagesrcset", role);
    });
  }

  /** One of another type than CSS is for scripts to read. */
  private void addStyles(Element element) {
    String type = element.attr("type");
    if (type.isEmpty() || type.equalsIgnoreCase("text/css")) {
      places.inText(element, ReferenceSyntax.SHEET, Role.REQUISITE);
    }
  }

  /** What stands in an element, as data in HTML and as text in XML. */
  static String text(Element element) {
    List<String> parts = new ArrayList<>();
    for (Node child : element.childNodes()) {
      switch (child) {
        case DataNode data -> parts.add(data.getWholeData());
        case TextNode text -> parts.add(text.getWholeText());
        default -> {}
      }
    }
    return parts.size() == 1 ? parts.getFirst() : String.join("", parts);
  }

  private void addRefresh(Element element) {
    if (element.attr("http-equiv").equalsIgnoreCase("refresh")) {
      add(element, "content", ReferenceSyntax.REFRESH, Role.LINK);
    }
  }

  private static Role linkRole(Element element) {
    return element.hasAttr("rel") && Arrays.asList(element.attr("rel").toLowerCase(Locale.ROOT).split("[ \t\n\f\r]+")).contains("nofollow")
        ? Role.NOFOLLOW
        : Role.LINK;
  }

  private void addNofollow(Element element) {
    if (element.hasAttr("name") && Nofollow.isIn(element.attr("content"))) {
      nofollow.accept(element.attr("name").strip().toLowerCase(Locale.ROOT));
    }
  }

  private void addImageButton(Element element) {
    if (element.attr("type").equalsIgnoreCase("image")) {
      add(element, "src", Role.REQUISITE);
    }
  }

  private void add(Node node, String attribute, Role role) {
    add(node, attribute, ReferenceSyntax.URL, role);
  }

  private void addSet(Element element, String attribute, Role role) {
    add(element, attribute, ReferenceSyntax.SRCSET, role);
  }

  private void addStyle(Element element, String attribute) {
    add(element, attribute, ReferenceSyntax.DECLARATIONS, Role.REQUISITE);
  }

  private void add(Node node, String attribute, ReferenceSyntax syntax, Role role) {
    boolean isNone = role == Role.REQUISITE && node.attr(attribute).isEmpty(); // a browser asks for nothing then
    if (node.hasAttr(attribute) && !isNone) {
      places.inAttribute(node, attribute, syntax, role);
    }
  }
}
