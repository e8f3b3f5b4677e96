package lab.crawl.stage;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/**
 * What must change in a page of HTML or XML so that it works as a part of a copy: its references, and what would keep it from working on
 * disk. All places are those of the page's text, so that nothing else changes. Not thread-safe: each page has its own.
 */
final class PageEdits implements ReferencePlaces {
  /** Attributes with one reference that isn't followed. From a copy it should lead to the site all the same. */
  private static final Map<String, Set<String>> LEFT_TO_THE_SITE = Map.of(
      "form", Set.of("action"), "button", Set.of("formaction"), "input", Set.of("formaction"), "link", Set.of("href"),
      "blockquote", Set.of("cite"), "q", Set.of("cite"), "ins", Set.of("cite"), "del", Set.of("cite"), "img", Set.of("longdesc"));

  /** Where an attribute is put out of force, its name gets this before it. */
  private static final String OUT_OF_FORCE = "data-";

  private static final String CDATA_BEGIN = "<![CDATA[";

  private final Relinking relinking;
  private final CharsetEncoder encoder;
  private final References references = new References(this, _ -> {});
  private final List<Edit> edits = new ArrayList<>();
  private boolean isAnyFound;
  private boolean isBaseLate;
  private int declarationPlace;
  private Optional<Range> xmlDeclaration = Optional.empty();

  PageEdits(Relinking relinking, Charset encoding) {
    this.relinking = relinking;
    this.encoder = encoding.newEncoder();
  }

  /** Looks at one node of the page. */
  void look(Node node) {
    switch (node) {
      case Element element -> lookAt(element);
      case DocumentType type -> declarationPlace = type.sourceRange().endPos();
      case XmlDeclaration declaration -> xmlDeclaration = Optional.of(declaration.sourceRange());
      case ProcessingInstruction instruction -> references.find(instruction);
      default -> {}
    }
  }

  private void lookAt(Element element) {
    if (!relinking.hasBase() && PageReferences.namesBase(element)) {
      relinking.moveTo(element.attr("href"));
      isBaseLate = isAnyFound;
    }
    references.find(element);
    if (!References.isHtml(element)) {
      return;
    }
    String name = element.tag().localName();
    LEFT_TO_THE_SITE.getOrDefault(name, Set.of()).stream().filter(element::hasAttr)
        .forEach(attribute -> inAttribute(element, attribute, ReferenceSyntax.URL, Role.LINK));
    switch (name) {
      case "html", "head" -> {
        Range tag = element.sourceRange();
        declarationPlace = tag.isTracked() && !tag.isImplicit() ? tag.endPos() : declarationPlace;
      }
      case "base" -> pointToSelf(element);
      case "meta" -> liftPolicy(element);
      default -> liftChecks(element);
    }
  }

  /** All references are relative to the page itself now; only then are those without a path ({@code #top}) still its own. */
  private void pointToSelf(Element base) {
    if (base.hasAttr("href")) {
      change(base, "href", relinking.self());
    }
  }

  /** A policy names the site's origin, and so forbids a file anything. */
  private void liftPolicy(Element meta) {
    if (meta.attr("http-equiv").equalsIgnoreCase("content-security-policy")) {
      putOutOfForce(meta, "http-equiv");
    }
  }

  /** From disk a browser can make neither of these checks, and then loads nothing; and a file may have changed. */
  private void liftChecks(Element element) {
    String target = element.hasAttr("src") ? element.attr("src") : element.attr("href");
    if ((element.hasAttr("integrity") || element.hasAttr("crossorigin")) && relinking.isInCopy(target)) {
      putOutOfForce(element, "integrity");
      putOutOfForce(element, "crossorigin");
    }
  }

  private void putOutOfForce(Element element, String name) {
    Attribute attribute = element.attribute(name);
    if (attribute != null) {
      int begin = attribute.sourceRange().nameRange().startPos();
      edits.add(new Edit(begin, begin, OUT_OF_FORCE));
    }
  }

  @Override
  public void inAttribute(Node node, String name, ReferenceSyntax syntax, Role role) {
    isAnyFound = true;
    String value = node.attr(name);
    String now = syntax.replaced(value, relinking::relinked);
    if (!now.equals(value)) {
      change(node, name, now);
    }
  }

  private void change(Node node, String name, String value) {
    Attribute attribute = node.attributes().attribute(name);
    Range place = attribute == null ? null : attribute.sourceRange().valueRange();
    if (place != null && place.isTracked()) {
      edits.add(new Edit(place.startPos(), place.endPos(), escaped(value)));
    }
  }

  @Override
  public void inText(Element element, ReferenceSyntax syntax, Role role) {
    isAnyFound = true;
    for (Node child : element.childNodes()) {
      switch (child) {
        case CDataNode data -> changeSheet(data.getWholeText(), data.sourceRange(), CDATA_BEGIN.length());
        case DataNode data -> changeSheet(data.getWholeData(), data.sourceRange(), 0);
        case TextNode text -> changeSheet(text.getWholeText(), text.sourceRange(), 0);
        default -> {}
      }
    }
  }

  /** A text with references to characters (in XML) is longer on the page than here, and has other places: it stays as it is. */
  private void changeSheet(String css, Range place, int offset) {
    boolean isAsOnThePage = place.isTracked() && place.endPos() - place.startPos() == css.length() + (offset == 0 ? 0 : offset + "]]>".length());
    if (isAsOnThePage) {
      int begin = place.startPos() + offset;
      for (Edit edit : ReferenceSyntax.SHEET.edits(css, relinking::relinked)) {
        edits.add(new Edit(begin + edit.begin(), begin + edit.end(), edit.text()));
      }
    }
  }

  /** For a value with any quotes or none. */
  private String escaped(String value) {
    StringBuilder escaped = new StringBuilder();
    value.codePoints().forEach(c -> {
      String character = Character.toString(c);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '"' -> escaped.append("&quot;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '\'', '`' -> escaped.append("&#").append(c).append(';');
        default -> escaped.append(encoder.canEncode(character) ? character : "&#" + c + ";");
      }
    });
    return escaped.toString();
  }

  /** Whether a {@code <base>} came after references that it is for, too: they have to be looked at again. */
  boolean isBaseLate() {
    return isBaseLate;
  }

  /** The changes, in order. One that is meant twice is made once. */
  List<Edit> edits() {
    return edits.stream().distinct().sorted(Comparator.comparingInt(Edit::begin).thenComparingInt(Edit::end)).toList();
  }

  /** Says in the page itself which encoding it is in, where until now only the reply said so. */
  void declare(String label, boolean isXml) {
    if (isXml) {
      String declaration = "<?xml version=\"1.0\" encoding=\"" + label + "\"?>";
      edits.add(xmlDeclaration.map(old -> new Edit(old.startPos(), old.endPos(), declaration)).orElseGet(() -> new Edit(0, 0, declaration)));
    } else {
      edits.add(new Edit(declarationPlace, declarationPlace, "<meta charset=\"" + label + "\">"));
    }
  }

  /** The same by a byte order mark. */
  void mark() {
    edits.add(new Edit(0, 0, "\uFEFF"));
  }
}
