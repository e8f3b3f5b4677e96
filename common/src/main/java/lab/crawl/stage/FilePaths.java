package lab.crawl.stage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lab.crawl.Sha256;
import okhttp3.HttpUrl;

/**
 * Where a URL's body goes on disk: a pure function, different for different URLs, and never outside the folder.
 *
 * <p>Most URLs keep their own path, so that relative links between files still lead somewhere. The exceptions carry a
 * tilde, which no unchanged name does: {@code ~3A} stands for a character that some file system forbids (here a colon), and
 * a word after the tilde tells apart what a file system cannot: {@code /a} and {@code /a/b} ({@code a~file}, {@code a/b}),
 * {@code /} and {@code /index.html} ({@code index.html}, {@code index~file.html}).
 *
 * <p>Names differ as URLs do, in case too: where a file system tells no case apart (macOS, Windows), {@code /A.html} and
 * {@code /a.html} share a file, and the last one written stays. Nor are the names that Windows reserves, such as
 * {@code con}, changed.
 */
public final class FilePaths {
  private static final Pattern FILE_EXTENSION = Pattern.compile(".*[^.]\\.[A-Za-z][A-Za-z0-9]{0,9}");
  private static final int LONGEST_NAME = 150;
  private static final int LONGEST_PATH = 1_000;

  private FilePaths() {}

  /**
   * The relative path for a URL, with forward slashes.
   *
   * @param url the query counts, scheme, host and port do not: a crawl keeps to one origin
   */
  public static String of(HttpUrl url) {
    List<String> segments = url.encodedPathSegments();
    List<String> names = new ArrayList<>();
    for (String folder : segments.subList(0, segments.size() - 1)) {
      names.add(folderName(folder));
    }
    names.add(fileName(segments.getLast(), url.encodedQuery()));
    String path = String.join("/", names);
    return path.length() <= LONGEST_PATH ? path : "~long/" + Sha256.hex(path.getBytes(StandardCharsets.UTF_8));
  }

  /** A folder never looks like a file, and a file never like a folder: then none stands where the other must be. */
  private static String folderName(String segment) {
    String name = shortened(escaped(segment));
    return name.isEmpty() || FILE_EXTENSION.matcher(name).matches() ? name + "~folder" : name;
  }

  private static String fileName(String segment, String query) {
    if (segment.isEmpty() && query == null) {
      return "index.html";
    }
    if (segment.equals("index.html") && query == null) {
      return "index~file.html";
    }
    String name = shortened(escaped(query == null ? segment : segment + "?" + query));
    return FILE_EXTENSION.matcher(name).matches() ? name : name + "~file";
  }

  private static String escaped(String segment) {
    StringBuilder name = new StringBuilder();
    for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean harmless = c < 128 && (Character.isLetterOrDigit(c) || "-_.%+=&,@".indexOf(c) >= 0);
      name.append(harmless ? String.valueOf(c) : "~%02X".formatted((int) c));
    }
    boolean onlyDots = !name.isEmpty() && name.chars().allMatch(c -> c == '.');
    return onlyDots ? name.toString().replace(".", "~2E") : name.toString();
  }

  private static String shortened(String name) {
    if (name.length() <= LONGEST_NAME) {
      return name;
    }
    return name.substring(0, 80) + "~long" + Sha256.hex(name.getBytes(StandardCharsets.UTF_8));
  }
}
