package lab.crawl.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilePathsTest {

  @ParameterizedTest
  @CsvSource({
    "/,                     index.html",
    "/index.html,           index~file.html",
    "/?,                    ~3F~file",
    "/index.html?a,         index.html~3Fa~file",
    "/a/b.html,             a/b.html",
    "/a,                    a~file",
    "/a/,                   a/index.html",
    "/a.b/,                 a.b~folder/index.html",
    "/v1.2/,                v1.2/index.html",
    "/a.html/b.css,         a.html~folder/b.css",
    "//,                    ~folder/index.html",
    "/.hidden,              .hidden~file",
    "/...,                  ~2E~2E~2E~file",
    "/.../x.js,             ~2E~2E~2E/x.js",
    "/%2e%2e%2fetc/passwd,  %2e%2e%2fetc/passwd~file",
    "/a%00.html,            a%00.html",
    "/a:b*.html,            a~3Ab~2A.html",
    "/~user/,               ~7Euser/index.html",
    "/a.html?x=1,           a.html~3Fx=1~file",
    "/a?x=..\\..\\b.html,   a~3Fx=..~5C..~5Cb.html",
    "/é.html,               %C3%A9.html",
  })
  void keepsTheUrlsOwnPathWhereItCan(String path, String expected) {
    assertThat(FilePaths.of(url(path))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {149, 150, 151, 152, 5_000})
  void shortensLongNames(int length) {
    String name = "n".repeat(length);
    for (String path : List.of("/" + name, "/" + name + ".html", "/" + name + "/x.html", "/x.html?" + name)) {
      assertThat(FilePaths.of(url(path)).split("/")).allMatch(part -> part.length() <= 200);
      assertThat(FilePaths.of(url(path))).isNotEqualTo(FilePaths.of(url(path.replaceFirst("n+", "$0n"))));
    }
  }

  @Test
  void shortensLongPaths() {
    String deep = "/abcdefghi".repeat(500);
    assertThat(FilePaths.of(url(deep + "/x.html"))).startsWith("~long/").hasSize("~long/".length() + 64);
    assertThat(FilePaths.of(url(deep + "/x.html"))).isNotEqualTo(FilePaths.of(url(deep + "/y.html")));
  }

  /**
   * A known limit: macOS and Windows hold {@code A.html} and {@code a.html} to be one file. The manifest is right all the same.
   */
  @Test
  void tellsUpperCaseFromLower() {
    assertThat(FilePaths.of(url("/A.html"))).isNotEqualTo(FilePaths.of(url("/a.html")));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void oddUrlsNeverLeaveTheFolderNorMeet(long seed) {
    Random random = new Random(seed);
    Map<String, HttpUrl> files = new HashMap<>();
    Set<String> folders = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      HttpUrl url = url(oddPath(random));
      String path = FilePaths.of(url);
      assertThat(files.put(path, url)).as("other URL for %s of %s", path, url).isIn(null, url);
      assertInside(path);
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        folders.add(path.substring(0, slash));
      }
    }
    assertThat(files.keySet()).as("files where a folder must be").doesNotContainAnyElementsOf(folders);
    assertThat(files).as("odd, but not all the same").hasSizeGreaterThan(1_000);
  }

  private static void assertInside(String path) {
    Path folder = Path.of("/folder");
    assertThat(folder.resolve(path).normalize()).startsWithRaw(folder).isEqualTo(folder.resolve(path)).isNotEqualTo(folder);
    for (String name : path.split("/", -1)) {
      // SiteFolder adds "~part"
      assertThat((name + "~part").getBytes(UTF_8)).as(name).hasSizeBetween(6, 255);
      assertThat(name).isNotIn(".", "..").matches("[A-Za-z0-9~_.%+=&,@-]+");
    }
    assertThat(path).hasSizeLessThanOrEqualTo(1_000);
  }

  private static final List<String> ODDITIES = List.of(
      "/", "/", "/", ".", "..", "%2e", "%2e%2e", "%2f", "%5c", "\\", "%00", "\0", "~", "~file", "~folder", "~long", "~3A", "~2E",
      "index", ".html", "index.html", "a", "b", "A", ".css", "?", "?", "&", "=", ":", "*", "|", "\"", "<", " ", "%20", "é", "日本",
      "\uD83D\uDE00", "con", "nul", "-", "%", "%7E", "%3F", "n".repeat(151), "long/".repeat(210), "x".repeat(300) + ".html");

  private static String oddPath(Random random) {
    StringBuilder path = new StringBuilder("/");
    for (int parts = random.nextInt(7); parts > 0; parts--) {
      path.append(ODDITIES.get(random.nextInt(ODDITIES.size())));
    }
    return path.toString();
  }

  private static HttpUrl url(String path) {
    return HttpUrl.get("http://site.test" + path);
  }
}
