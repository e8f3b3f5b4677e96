package lab.crawl.stage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.crawl.Sha256;
import okhttp3.HttpUrl;

/**
 * Where a URL's body goes on disk: a pure function of the URL and its media type. Different URLs have different files, also where case
 * doesn't count (macOS, Windows); none lies outside the folder; every name is one that Windows takes.
 *
 * <p>Most URLs keep their own path. What a file system can't tell apart, or a browser wouldn't understand, is told by marks after a
 * tilde, which nothing else has:
 *
 * <ul>
 *   <li>{@code @} before the query, and after it always an extension: {@code x.php@id=1.html}
 *   <li>{@code ~.html}: an extension that the URL hasn't, but its type needs; a tilde alone at the end: no extension is known
 *   <li>{@code ~3A}: a character that isn't allowed (here a colon), or the last letter of a name that Windows reserves
 *   <li>{@code ~h}: {@linkplain CaseMask which letters are capitals}, if any are
 *   <li>{@code ~folder}: a folder that looks like a file, or has no name; {@code ~cut} and a hash: a name that was too long
 *   <li>{@code index.html} is {@code /}, {@code index~file.html} is {@code /index.html}; {@code ~index.png} is {@code /}, not as HTML
 *   <li>{@code ~hosts/NAME}: another origin than the crawl's
 * </ul>
 *
 * <p>Names are ASCII: a letter that isn't stays as escaped as it is in the URL, because file systems differ in which spellings of é are
 * one, and a JVM may not be able to write it.
 */
public final class FilePaths {
  /** What is added to a name whose file is to be rewritten; no name ends so by itself. */
  static final String ORIGINAL = ".orig";

  /** What is added while a file is written; no name ends so by itself. */
  static final String PART = "~part";

  /** What is added to the name of a file that says where references stand in a page; no name ends so by itself. */
  static final String PLACES = "~refs";

  /** With the above, below the 143 bytes that encrypted file systems allow. */
  private static final int LONGEST_NAME = 130;

  private static final int KEPT_OF_LONG_NAME = 80;

  /** Windows allows 259 for the folder and this. */
  private static final int LONGEST_PATH = 200;

  private static final int HASH = 32;
  private static final Pattern EXTENSION = Pattern.compile(".*[^.]\\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]{1,10}");
  private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\\$|conout\\$)(\\..*)?");
  private static final String HARMLESS = "-_.%+=&,!'();$[]{}";

  private FilePaths() {}

  /**
   * The relative path for a URL, with forward slashes.
   *
   * @param home what is on its origin (scheme, host and port) lies at the top; the first seed of a crawl
   * @param type what the body is, as {@link lab.crawl.Visit.Saved#type()} says
   */
  public static String of(HttpUrl home, HttpUrl url, String type) {
    String essence = ContentType.ofKnown(type).essence();
    List<String> names = new ArrayList<>(hostFolders(home, url));
    List<String> segments = url.encodedPathSegments();
    for (String folder : segments.subList(0, segments.size() - 1)) {
      names.add(folderName(folder));
    }
    names.add(fileName(segments.getLast(), Optional.ofNullable(url.encodedQuery()), essence));
    String path = String.join("/", names);
    return path.length() <= LONGEST_PATH ? path : cutPath(path);
  }

  /** The scheme is said only where it isn't the home's, the port where it isn't the scheme's. */
  private static List<String> hostFolders(HttpUrl home, HttpUrl url) {
    boolean isSameScheme = url.scheme().equals(home.scheme());
    if (isSameScheme && url.host().equals(home.host()) && url.port() == home.port()) {
      return List.of();
    }
    String port = url.port() == HttpUrl.defaultPort(url.scheme()) ? "" : ":" + url.port();
    return List.of("~hosts", cut(escaped(url.host() + port), "") + (isSameScheme ? "" : "~" + url.scheme()));
  }

  /** A folder never looks like a file, and a file never like a folder: then none stands where the other must be. */
  private static String folderName(String segment) {
    String name = cut(escaped(segment) + CaseMask.of(segment), "");
    return segment.isEmpty() || extension(segment).isPresent() ? name + "~folder" : name;
  }

  private static String fileName(String segment, Optional<String> query, String essence) {
    if (query.isPresent()) {
      // The extension comes always, and so never is the query's own.
      String whole = segment + "?" + query.get();
      Optional<String> end = Extensions.of(essence).or(() -> rightExtension(segment, essence));
      return named(escaped(segment) + "@" + escaped(query.get()) + CaseMask.of(whole), end(end));
    }
    if (segment.isEmpty()) {
      return essence.equals("text/html") ? "index.html" : "~index" + end(Extensions.of(essence));
    }
    Optional<String> right = rightExtension(segment, essence);
    if (right.isEmpty()) {
      return named(escaped(segment) + CaseMask.of(segment), Extensions.of(essence).map(name -> "~." + name).orElse("~"));
    }
    String end = end(right);
    String whole = escaped(segment);
    String name = named(whole.substring(0, whole.length() - end.length()) + CaseMask.of(segment), end);
    return name.equals("index.html") ? "index~file.html" : name;
  }

  /** What follows the dot, if that is right for the type. What looks like one of the lab's own files isn't. */
  private static Optional<String> rightExtension(String segment, String essence) {
    return extension(segment).filter(name -> !ORIGINAL.substring(1).equalsIgnoreCase(name) && Extensions.isRight(essence, name));
  }

  private static Optional<String> extension(String segment) {
    return EXTENSION.matcher(segment).matches() ? Optional.of(segment.substring(segment.lastIndexOf('.') + 1)) : Optional.empty();
  }

  private static String end(Optional<String> extension) {
    return extension.map(name -> "." + name).orElse("~");
  }

  private static String named(String stem, String end) {
    return cut(stem, end) + end;
  }

  private static String escaped(String text) {
    StringBuilder name = new StringBuilder();
    Matcher reserved = RESERVED.matcher(text);
    int reservedLetter = reserved.matches() ? reserved.end(1) - 1 : -1;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean isLastDot = c == '.' && at == text.length() - 1;
      name.append(isHarmless(c) && !isLastDot && at != reservedLetter ? String.valueOf(c) : "~%02X".formatted((int) c));
    }
    return name.toString();
  }

  private static boolean isHarmless(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || HARMLESS.indexOf(c) >= 0;
  }

  /** The name, or its beginning and a hash, so that the end still fits. */
  private static String cut(String name, String end) {
    if (name.length() + end.length() <= LONGEST_NAME) {
      return name;
    }
    return name.substring(0, KEPT_OF_LONG_NAME) + "~cut" + hash(name + end);
  }

  private static String cutPath(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return "~cut/" + hash(path) + (name.endsWith("~") ? "~" : name.substring(name.lastIndexOf('.')));
  }

  private static String hash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
  }
}
