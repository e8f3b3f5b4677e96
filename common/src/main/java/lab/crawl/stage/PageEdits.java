package lab.crawl.stage;

import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lab.crawl.stage.PagePlaces.Place;

/**
 * What must change in a page of HTML or XML so that it works as a part of a copy: its references, and what would keep it from working on
 * disk. All places are those of the page's text, so that nothing else changes. Not thread-safe: each page has its own.
 */
final class PageEdits {
  /** Where an attribute is put out of force, its name gets this before it. */
  private static final String OUT_OF_FORCE = "data-";

  private final PagePlaces page;
  private final Relinking relinking;
  private final CharsetEncoder encoder;
  private final List<Edit> edits = new ArrayList<>();

  PageEdits(PagePlaces page, Relinking relinking) {
    this.page = page;
    this.relinking = relinking;
    this.encoder = page.encoding().newEncoder();
    page.base().ifPresent(relinking::moveTo);
    page.places().forEach(this::edit);
  }

  private void edit(Place place) {
    switch (place.kind()) {
      case ATTRIBUTE, ESCAPED_TEXT -> change(place, place.syntax().replaced(place.value(), relinking::relinked));
      case TEXT -> {
        for (Edit edit : place.syntax().edits(place.value(), relinking::relinked)) {
          edits.add(new Edit(place.begin() + edit.begin(), place.begin() + edit.end(), edit.text()));
        }
      }
      // All references are relative to the page itself now; only then are those without a path (#top) still its own.
      case SELF -> change(place, relinking.self());
      case EMPTY_HREF -> giveValue(place, relinking.relinked(""));
      case POLICY -> putOutOfForce(place);
      case CHECK -> {
        if (relinking.isInCopy(place.value())) {
          putOutOfForce(place);
        }
      }
    }
  }

  private void change(Place attribute, String value) {
    if (!value.equals(attribute.value())) {
      edits.add(new Edit(attribute.begin(), attribute.end(), escaped(value)));
    }
  }

  /** An attribute without a value is spelled in many ways: it is put out of force, and another one stands before it. */
  private void giveValue(Place name, String value) {
    if (!value.isEmpty()) {
      edits.add(new Edit(name.begin(), name.begin(), "href=\"" + escaped(value) + "\" " + OUT_OF_FORCE));
    }
  }

  private void putOutOfForce(Place name) {
    edits.add(new Edit(name.begin(), name.begin(), OUT_OF_FORCE));
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
        default -> escaped.append(c < 0x80 || encoder.canEncode(character) ? character : "&#" + c + ";");
      }
    });
    return escaped.toString();
  }

  /** Says in the page itself which encoding it is in, where until now only the reply said so. */
  void declare(String label, boolean isXml) {
    String text = isXml ? "<?xml version=\"1.0\" encoding=\"" + label + "\"?>" : "<meta charset=\"" + label + "\">";
    edits.add(new Edit(page.declaration().begin(), page.declaration().end(), text));
  }

  /** The same by a byte order mark. */
  void mark() {
    edits.add(new Edit(0, 0, "\uFEFF"));
  }

  /** The changes, in order. One that is meant twice is made once. */
  List<Edit> edits() {
    return edits.stream().distinct().sorted(Comparator.comparingInt(Edit::begin).thenComparingInt(Edit::end)).toList();
  }
}
