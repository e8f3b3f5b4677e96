package lab.crawl.stage;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lab.crawl.stage.PagePlaces.Declaration;
import lab.crawl.stage.PagePlaces.Kind;
import lab.crawl.stage.PagePlaces.Place;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.ProcessingInstruction;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.nodes.XmlDeclaration;
import org.jspecify.annotations.Nullable;

/** Finds a page's {@link PagePlaces}, if the parser tracks positions. Not thread-safe: each page has its own. */
final class PlacesFinder implements ReferencePlaces {
  /** Attributes with one reference that isn't followed. From a copy it should lead to the site all the same. */
  private static final Map<String, Set<String>> LEFT_TO_THE_SITE = Map.of(
      "form", Set.of("action"), "button", Set.of("formaction"), "input", Set.of("formaction"), "link", Set.of("href"),
      "blockquote", Set.of("cite"), "q", Set.of("cite"), "ins", Set.of("cite"), "del", Set.of("cite"), "img", Set.of("longdesc"));

  private static final String CDATA_BEGIN = "<![CDATA[";
  private static final String CDATA_END = "]]>";

  private final Charset encoding;
  private final boolean isXml;
  private final References references = new References(this, _ -> {});
  private final List<Place> places = new ArrayList<>();
  private Declaration declaration = new Declaration(0, 0);
  private @Nullable String base; // null if there is none
  private boolean isAnyLeftOut;
  private boolean isBaseLate;

  /**
   * For one page.
   *
   * @param encoding in which it is read
   * @param isXml whether its syntax is that of XML
   */
  PlacesFinder(Charset encoding, boolean isXml) {
    this(encoding, isXml, Optional.empty());
  }

  private PlacesFinder(Charset encoding, boolean isXml, Optional<String> base) {
    this.encoding = encoding;
    this.isXml = isXml;
    this.base = base.orElse(null);
  }

  /** One that looks at the same page once more, and knows its {@code <base>} from the beginning; empty if that makes no difference. */
  Optional<PlacesFinder> again() {
    return isBaseLate ? Optional.of(new PlacesFinder(encoding, isXml, Optional.ofNullable(base))) : Optional.empty();
  }

  /** In which the page is read. */
  Charset encoding() {
    return encoding;
  }

  /** Looks at one node of the page. */
  void look(Node node) {
    switch (node) {
      case Element element -> lookAt(element);
      case DocumentType type -> declareAfter(type.sourceRange());
      case XmlDeclaration xml -> declareInstead(xml.sourceRange());
      case ProcessingInstruction instruction -> references.find(instruction);
      default -> {}
    }
  }

  private void lookAt(Element element) {
    if (base == null && PageReferences.namesBase(element)) {
      base = element.attr("href");
      isBaseLate = isAnyLeftOut;
    }
    references.find(element);
    if (!References.isHtml(element)) {
      return;
    }
    String name = element.tag().localName();
    if (name.equals("html") || name.equals("head")) {
      declareAfter(element.sourceRange());
    } else if (element.attributesSize() > 0) { // most have none
      lookAtAttributes(element, name);
    }
  }

  private void declareInstead(Range old) {
    if (isXml) {
      declaration = new Declaration(old.startPos(), old.endPos());
    }
  }

  private void declareAfter(Range tag) {
    if (!isXml && tag.isTracked() && !tag.isImplicit()) {
      declaration = new Declaration(tag.endPos(), tag.endPos());
    }
  }

  private void lookAtAttributes(Element element, String name) {
    for (String attribute : LEFT_TO_THE_SITE.getOrDefault(name, Set.of())) {
      if (!element.attr(attribute).isEmpty()) { // a form without an address sends to its own page, whatever the <base>
        addValue(Kind.ATTRIBUTE, ReferenceSyntax.URL, element, attribute);
      }
    }
    switch (name) {
      case "base" -> addValue(Kind.SELF, ReferenceSyntax.URL, element, "href");
      case "meta" -> {
        // It names the site's origin, and so forbids a file anything.
        if (element.attr("http-equiv").equalsIgnoreCase("content-security-policy")) {
          addName(Kind.POLICY, element, "http-equiv", "");
        }
      }
      default -> {
        // From disk a browser can make neither of these checks, and then loads nothing; and a file may have changed.
        String target = element.attr(element.hasAttr("src") ? "src" : "href");
        addName(Kind.CHECK, element, "integrity", target);
        addName(Kind.CHECK, element, "crossorigin", target);
      }
    }
  }

  @Override
  public void inAttribute(Node node, String name, ReferenceSyntax syntax, Role role) {
    addValue(Kind.ATTRIBUTE, syntax, node, name);
  }

  private void addValue(Kind kind, ReferenceSyntax syntax, Node node, String name) {
    Attribute attribute = node.attributes().attribute(name);
    if (attribute == null || !attribute.sourceRange().isTracked()) {
      return;
    }
    Range place = attribute.sourceRange().valueRange();
    if (!attribute.getValue().isEmpty()) {
      add(new Place(kind, syntax, place.startPos(), place.endPos(), attribute.getValue()));
    } else if (kind == Kind.ATTRIBUTE && name.equals("href")) {
      int begin = attribute.sourceRange().nameRange().startPos();
      add(new Place(Kind.EMPTY_HREF, syntax, begin, begin, ""));
    }
  }

  /** A page may have millions of references to its own parts. */
  private void add(Place place) {
    boolean isLeftOut = base == null && place.isWithinPage();
    isAnyLeftOut |= isLeftOut;
    if (!isLeftOut && !place.isData()) {
      places.add(place);
    }
  }

  private void addName(Kind kind, Element element, String name, String value) {
    Attribute attribute = element.attribute(name);
    if (attribute != null) {
      Range place = attribute.sourceRange().nameRange();
      places.add(new Place(kind, ReferenceSyntax.URL, place.startPos(), place.endPos(), value));
    }
  }

  @Override
  public void inText(Element element, ReferenceSyntax syntax, Role role) {
    for (Node child : element.childNodes()) {
      switch (child) {
        case CDataNode data -> addText(syntax, data.getWholeText(), data.sourceRange(), CDATA_BEGIN.length(), CDATA_END.length());
        case DataNode data -> addText(syntax, data.getWholeData(), data.sourceRange(), 0, 0);
        case TextNode text -> addText(syntax, text.getWholeText(), text.sourceRange(), 0, 0);
        default -> {}
      }
    }
  }

  /** A text with references to characters (in XML) is longer on the page than here, and has other places: it is changed as a whole. */
  private void addText(ReferenceSyntax syntax, String text, Range place, int before, int after) {
    boolean isAsOnThePage = place.isTracked() && place.endPos() - place.startPos() == before + text.length() + after;
    if (isAsOnThePage) {
      places.add(new Place(Kind.TEXT, syntax, place.startPos() + before, place.endPos() - after, text));
    } else if (place.isTracked() && before == 0) {
      places.add(new Place(Kind.ESCAPED_TEXT, syntax, place.startPos(), place.endPos(), text));
    }
  }

  /** What was found. */
  PagePlaces places() {
    return new PagePlaces(encoding, Optional.ofNullable(base), places, declaration);
  }
}
