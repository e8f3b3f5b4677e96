package lab.crawl.stage;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.crawl.Urls;

/**
 * What may have to change in a page of HTML or XML so that it works as a part of a copy, and where in the page's text that stands. It
 * doesn't depend on what else is in the copy, and so is found when the page is parsed for the crawl.
 *
 * @param encoding how the page's bytes become its text
 * @param base what the first {@code <base href>} says, if there is one
 * @param places in no order
 * @param declaration where the page may say its encoding: a change of what is there now
 */
record PagePlaces(Charset encoding, Optional<String> base, List<Place> places, Declaration declaration) {
  /** What {@link DataOutputStream#writeUTF} takes at once, of any characters. */
  private static final int PIECE = 0xFFFF / 3;

  private static final Kind[] KINDS = Kind.values();

  private static final ReferenceSyntax[] SYNTAXES = ReferenceSyntax.values();

  /** What stands in a place. */
  enum Kind {
    /** The value of an attribute with references. */
    ATTRIBUTE,
    /** Text with references, as it stands on the page. */
    TEXT,
    /** The reference of a {@code <base>}, which in a copy leads to the page itself. */
    SELF,
    /** The name of an attribute that must not count in a copy. */
    POLICY,
    /** The name of an attribute that must not count if what it is about is in the copy; the value is a reference to that. */
    CHECK,
    /** Text with references in which characters stand escaped, so that it is as long as no other: it changes as a whole. */
    ESCAPED_TEXT,
    /** Before the name of an {@code href} without a value, which is a reference to the page itself. */
    EMPTY_HREF
  }

  /**
   * A place.
   *
   * @param syntax how references stand in the value
   * @param begin the place of its first character in the page's text
   * @param end the place after the last one
   * @param value what it means, without escapes
   */
  record Place(Kind kind, ReferenceSyntax syntax, int begin, int end, String value) {
    /** Whether it is a reference to the page itself or a part of it, which leads there wherever the page is, unless there is a {@code <base>}. */
    boolean isWithinPage() {
      String reference = isUrl() ? Urls.clean(value) : "?";
      return reference.isEmpty() || reference.charAt(0) == '#';
    }

    /** Whether it is the data itself (RFC 2397), which are often long. */
    boolean isData() {
      return isUrl() && value.regionMatches(true, 0, "data:", 0, "data:".length());
    }

    private boolean isUrl() {
      return (kind == Kind.ATTRIBUTE || kind == Kind.EMPTY_HREF) && syntax == ReferenceSyntax.URL;
    }
  }

  /** Where a page says its encoding, or could: what stands from {@code begin} up to {@code end} is replaced. */
  record Declaration(int begin, int end) {}

  /**
   * Writes them.
   *
   * @param key says what they belong to
   */
  void write(DataOutputStream out, String key) throws IOException {
    out.writeUTF(key);
    out.writeUTF(encoding.name());
    out.writeBoolean(base.isPresent());
    writeText(out, base.orElse(""));
    out.writeInt(declaration.begin);
    out.writeInt(declaration.end);
    out.writeInt(places.size());
    for (Place place : places) {
      out.writeByte(place.kind.ordinal());
      out.writeByte(place.syntax.ordinal());
      out.writeInt(place.begin);
      out.writeInt(place.end);
      writeText(out, place.value);
    }
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    out.writeInt(text.length());
    for (int begin = 0; begin < text.length(); begin += PIECE) {
      out.writeUTF(text.substring(begin, Math.min(begin + PIECE, text.length())));
    }
  }

  /** Reads what was written; empty if it was written with another key. */
  static Optional<PagePlaces> read(DataInputStream in, String key) throws IOException {
    return in.readUTF().equals(key) ? Optional.of(read(in)) : Optional.empty();
  }

  private static PagePlaces read(DataInputStream in) throws IOException {
    Charset encoding = Charset.forName(in.readUTF());
    boolean hasBase = in.readBoolean();
    Optional<String> base = Optional.of(readText(in)).filter(_ -> hasBase);
    Declaration declaration = new Declaration(in.readInt(), in.readInt());
    int count = in.readInt();
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.add(new Place(KINDS[in.readByte()], SYNTAXES[in.readByte()], in.readInt(), in.readInt(), readText(in)));
    }
    return new PagePlaces(encoding, base, places, declaration);
  }

  private static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(in.readUTF());
    }
    return text.toString();
  }
}
