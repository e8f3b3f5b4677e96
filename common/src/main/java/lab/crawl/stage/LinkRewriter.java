package lab.crawl.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lab.crawl.BodyWriter;
import lab.crawl.Visit;
import okhttp3.HttpUrl;
import org.jsoup.parser.Parser;

/**
 * Makes a file that works as a part of a copy on disk: references between files of the copy are relative, all others absolute. Nothing
 * else of the file changes, but for what would keep it from working. Any thread may use it at any time.
 */
public final class LinkRewriter {
  private static final Set<String> REWRITTEN = Set.of("text/html", "application/xhtml+xml", "text/css", "image/svg+xml");
  private static final Set<Charset> SIXTEEN_BITS = Set.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

  private final HttpUrl home;
  private final CopyFiles files;
  private final RecentAnswers<Base.Reference, String> known = new RecentAnswers<>();

  /**
   * For the files of one copy.
   *
   * @param home see {@link FilePaths#of}
   * @param files what is in the copy
   */
  public LinkRewriter(HttpUrl home, CopyFiles files) {
    this.home = home;
    this.files = files;
  }

  /**
   * Whether a body of that type has references that count in a copy.
   *
   * @param type see {@link Visit.Saved#type()}
   */
  public static boolean isNeeded(String type) {
    return REWRITTEN.contains(ContentType.ofKnown(type).essence());
  }

  /**
   * Writes a saved body as it should be in the copy.
   *
   * @param original the file with the body
   */
  public void rewrite(Visit.Saved saved, Path original, OutputStream out) throws IOException {
    if (ContentType.ofKnown(saved.type()).isCss()) {
      rewriteSheet(saved, original, out);
    } else {
      rewritePage(saved, original, out);
    }
  }

  /**
   * What a reference is in the copy.
   *
   * @param url of the page on which it stands
   * @param type of that page
   * @param reference to a URL
   */
  public String reference(HttpUrl url, String type, String reference) {
    Base base = new Base(url, StandardCharsets.UTF_8, known);
    return new Relinking(FilePaths.of(home, url, type), base, files).relinked(reference);
  }

  private void rewriteSheet(Visit.Saved saved, Path original, OutputStream out) throws IOException {
    ContentType type = ContentType.ofKnown(saved.type());
    Charset encoding = encoding(type, original);
    write(original, encoding, sheetEdits(relinking(saved, encoding), encoding, original, labelToDeclare(type, encoding, original)), out);
  }

  private void rewritePage(Visit.Saved saved, Path original, OutputStream out) throws IOException {
    ContentType type = ContentType.ofKnown(saved.type());
    Optional<PagePlaces> found = knownPlaces(saved, original);
    PagePlaces places = found.isPresent() ? found.get() : find(type, original);
    Charset encoding = places.encoding();
    PageEdits edits = new PageEdits(places, relinking(saved, encoding));
    labelToDeclare(type, encoding, original).ifPresent(label -> {
      if (SIXTEEN_BITS.contains(encoding)) {
        edits.mark();
      } else {
        edits.declare(label, !type.isHtml());
      }
    });
    write(original, encoding, edits.edits(), out);
  }

  /** A body and its places are two files: another process may have written one of them since. */
  private static Optional<PagePlaces> knownPlaces(Visit.Saved saved, Path original) throws IOException {
    Optional<PagePlaces> known = PlacesFile.of(original).read(saved);
    return known.isPresent() && SiteFolder.sha256(original).equals(saved.sha256()) ? known : Optional.empty();
  }

  private Relinking relinking(Visit.Saved saved, Charset encoding) {
    return new Relinking(FilePaths.of(home, saved.url(), saved.type()), new Base(saved.url(), encoding, known), files);
  }

  /** Only the reply said which encoding it is, and without that word it would be read in another one. */
  private static Optional<String> labelToDeclare(ContentType type, Charset encoding, Path original) throws IOException {
    boolean isSaid = type.charset().isEmpty() || isAscii(original, encoding) || isDeclared(type.essence(), encoding, original);
    return type.charset().filter(_ -> !isSaid);
  }

  private static void write(Path original, Charset encoding, List<Edit> edits, OutputStream out) throws IOException {
    try (InputStream in = Files.newInputStream(original)) {
      EditedFile.write(in, encoding, edits, out);
    }
  }

  private static Charset encoding(ContentType type, Path original) throws IOException {
    byte[] head = head(original);
    return type.isCss() ? StyleSheet.encoding(type, head) : PageEncoding.of(type, head);
  }

  /** Whether the file itself says its encoding, or has the one that browsers assume. For a page without a word that isn't UTF-8. */
  private static boolean isDeclared(String essence, Charset encoding, Path original) throws IOException {
    ContentType file = new ContentType(essence, Optional.empty());
    return file.isHtml()
        ? PageEncoding.said(file, head(original)).equals(Optional.of(encoding))
        : encoding(file, original).equals(encoding);
  }

  private static byte[] head(Path original) throws IOException {
    try (InputStream in = Files.newInputStream(original)) {
      return in.readNBytes(PageEncoding.LOOKED_AT);
    }
  }

  private static boolean isAscii(Path original, Charset encoding) throws IOException {
    if (SIXTEEN_BITS.contains(encoding)) {
      return false;
    }
    byte[] piece = new byte[16 << 10];
    try (InputStream in = Files.newInputStream(original)) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        for (int i = 0; i < read; i++) {
          if (piece[i] < 0 || piece[i] == 0x1B) { // ISO-2022-JP has seven bits, too
            return false;
          }
        }
      }
    }
    return true;
  }

  private static List<Edit> sheetEdits(Relinking relinking, Charset encoding, Path original, Optional<String> label) throws IOException {
    String css = text(original, encoding);
    List<Edit> edits = new ArrayList<>();
    label.ifPresent(name ->
        edits.add(new Edit(0, 0, SIXTEEN_BITS.contains(encoding) ? "\uFEFF" : "@charset \"" + name + "\";")));
    int mark = css.startsWith("\uFEFF") ? 1 : 0;
    for (Edit edit : ReferenceSyntax.SHEET.edits(css.substring(mark), relinking::relinked)) {
      edits.add(new Edit(mark + edit.begin(), mark + edit.end(), edit.text()));
    }
    return edits;
  }

  private static String text(Path file, Charset encoding) throws IOException {
    StringWriter text = new StringWriter();
    try (Reader reader = new InputStreamReader(Files.newInputStream(file), encoding)) {
      reader.transferTo(text);
    }
    return text.toString();
  }

  private static PagePlaces find(ContentType type, Path original) throws IOException {
    PlacesFinder first = new PlacesFinder(encoding(type, original), !type.isHtml());
    look(type, original, first);
    Optional<PlacesFinder> again = first.again();
    if (again.isPresent()) {
      look(type, original, again.get());
    }
    return again.orElse(first).places();
  }

  private static void look(ContentType type, Path original, PlacesFinder finder) throws IOException {
    Parser parser = (type.isHtml() ? Parser.htmlParser() : Parser.xmlParser()).setTrackPosition(true);
    try (Reader page = new InputStreamReader(Files.newInputStream(original), finder.encoding())) {
      if (Files.size(original) <= BodyWriter.MOST_IN_MEMORY) {
        PageNodes.ofShort(page, parser, finder::look);
      } else {
        PageNodes.ofLong(page, parser, finder::look);
      }
    }
  }
}
