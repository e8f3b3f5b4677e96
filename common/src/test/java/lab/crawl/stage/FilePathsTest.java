package lab.crawl.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilePathsTest {
  private static final HttpUrl HOME = HttpUrl.get("http://site.test/");

  @ParameterizedTest
  @CsvSource({
    "/,                     text/html,              index.html",
    "/index.html,           text/html,              index~file.html",
    "/index.html,           '',                     index~file.html",
    "/INDEX.html,           text/html,              INDEX~hv.html",
    "/,                     image/png,              ~index.png",
    "/,                     '',                     ~index~",
    "/?,                    text/html,              @.html",
    "/index.html?a,         text/html,              index.html@a.html",
    "/a/b.html,             text/html,              a/b.html",
    "/a/b.htm,              text/html; charset=big5, a/b.htm",
    "/a,                    text/html,              a~.html",
    "/a,                    '',                     a~",
    "/a/,                   text/html,              a/index.html",
    "/README,               text/plain,             README~jv~.txt",
    "/setup.py,             text/plain,             setup.py",
    "/page.html,            text/plain,             page.html~.txt",
    "/x.php,                text/html,              x.php~.html",
    "/x.php?id=1,           text/html,              x.php@id=1.html",
    "/style.css?v=3,        text/css,               style.css@v=3.css",
    "/style.css?v=3,        '',                     style.css@v=3.css",
    "/img?id=3,             image/png,              img@id=3.png",
    "/photo.JPG,            image/jpeg,             photo~ug.JPG",
    "/photo.jpeg,           image/jpeg,             photo.jpeg",
    "/photo.jpg,            image/webp,             photo.jpg~.webp",
    "/HttpUrl.html,         text/html,              HttpUrl~hh.html",
    "/a.html?x=1.html,      text/html,              a.html@x=1.html.html",
    "/a?x=..\\..\\b.html,   image/png,              a@x=..~5C..~5Cb.html.png",
    "/a.b/,                 text/html,              a.b~folder/index.html",
    "/v1.2/,                text/html,              v1.2/index.html",
    "/a.html/b.css,         text/css,               a.html~folder/b.css",
    "/Lib.d/x.css,          text/css,               Lib.d~h~folder/x.css",
    "/x.7z/y.7z,            '',                     x.7z~folder/y.7z",
    "//,                    text/html,              ~folder/index.html",
    "/.hidden,              '',                     .hidden~",
    "/...,                  '',                     ..~2E~",
    "/a./x.js,              text/javascript,        a~2E/x.js",
    "/a.orig,               '',                     a.orig~",
    "/con,                  text/html,              co~6E~.html",
    "/Aux/nul.txt,          text/plain,             Au~78~h/nu~6C.txt",
    "/console.html,         text/html,              console.html",
    "/%2e%2e%2fetc/passwd,  '',                     %2e%2e%2fetc~n/passwd~",
    "/a%00.html,            text/html,              a%00.html",
    "/a:b*.html,            text/html,              a~3Ab~2A.html",
    "/Mercury_(planet),     text/html,              Mercury_(planet)~h~.html",
    "/~user/@me,            text/html,              ~7Euser/~40me~.html",
    "/é.html,               text/html,              %C3%A9.html",
  })
  void keepsTheUrlsOwnPathWhereItCan(String path, String type, String expected) {
    assertThat(FilePaths.of(HOME, url(path), type)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "http://cdn.test/a.css,         ~hosts/cdn.test/a.css",
    "http://site.test:8080/a.css,   ~hosts/site.test~3A8080/a.css",
    "https://site.test/a.css,       ~hosts/site.test~https/a.css",
    "https://site.test:80/a.css,    ~hosts/site.test~3A80~https/a.css",
    "http://[::1]/a.css,            ~hosts/~3A~3A1/a.css",
    "http://site.test:80/a.css,     a.css",
  })
  void otherOriginsHaveFoldersOfTheirOwn(String url, String expected) {
    assertThat(FilePaths.of(HOME, HttpUrl.get(url), "text/css")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {124, 125, 126, 129, 130, 131, 132, 5_000})
  void shortensLongNames(int length) {
    String name = "n".repeat(length);
    for (String path : List.of("/" + name, "/" + name + ".html", "/" + name + "/x.html", "/x.html?" + name)) {
      String file = FilePaths.of(HOME, url(path), "text/html");
      assertThat(file).endsWith(".html");
      assertThat(file.split("/")).allMatch(part -> part.length() <= 130);
      assertThat(file).isNotEqualTo(FilePaths.of(HOME, url(path.replaceFirst("n+", "$0n")), "text/html"));
    }
  }

  @Test
  void shortensLongPaths() {
    String deep = "/abcdefghi".repeat(500);
    String file = FilePaths.of(HOME, url(deep + "/x.html"), "text/html");
    assertThat(file).matches("~cut/[0-9a-f]{32}\\.html");
    assertThat(file).isNotEqualTo(FilePaths.of(HOME, url(deep + "/y.html"), "text/html"));
  }

  /** The same letters in another case, or composed otherwise, are one name to macOS or Windows. */
  private static String folded(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static final List<String> TYPES =
      List.of("", "text/html", "application/xhtml+xml", "text/css", "text/plain", "image/png", "image/apng", "application/json");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void oddUrlsNeverLeaveTheFolderNorMeet(long seed) {
    Random random = new Random(seed);
    Map<String, HttpUrl> files = new HashMap<>();
    Map<HttpUrl, String> types = new HashMap<>();
    Set<String> folders = new HashSet<>();
    for (int i = 0; i < 6_000; i++) {
      HttpUrl url = url(oddPath(random));
      String type = types.computeIfAbsent(url, _ -> TYPES.get(random.nextInt(TYPES.size())));
      String path = folded(assertLegal(FilePaths.of(HOME, url, type)));
      assertThat(files.put(path, url)).as("other URL for %s of %s", path, url).isIn(null, url);
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        folders.add(path.substring(0, slash));
      }
    }
    assertThat(files.keySet()).as("files where a folder must be").doesNotContainAnyElementsOf(folders);
    assertThat(files.keySet()).as("files that are somebody's working files").noneMatch(path -> path.matches(".*(\\.orig|~part)"));
    assertThat(files).as("odd, but not all the same").hasSizeGreaterThan(2_000);
  }

  private static String assertLegal(String path) {
    Path folder = Path.of("/folder");
    assertThat(folder.resolve(path).normalize()).startsWithRaw(folder).isEqualTo(folder.resolve(path)).isNotEqualTo(folder);
    for (String name : path.split("/", -1)) {
      assertThat((name + FilePaths.ORIGINAL + FilePaths.PART).getBytes(UTF_8)).as(name).hasSizeBetween(11, 143);
      // Microsoft, "Naming Files, Paths, and Namespaces"
      assertThat(name).matches("[\\x21-\\x7E&&[^<>:\"|?*\\\\]]+").doesNotEndWith(".")
          .doesNotMatch("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    }
    assertThat(path).hasSizeLessThanOrEqualTo(200);
    return path;
  }

  private static final List<String> ODDITIES = List.of(
      "/", "/", "/", ".", "..", "%2e", "%2e%2e", "%2f", "%5c", "\\", "%00", "\0", "~", "~file", "~folder", "~cut", "~hosts", "~3A", "~2E",
      "~h", "~", "@", "~.html", "index", ".html", "index.html", "INDEX", ".HTML", "a", "b", "A", "B", "a", "A", ".css", ".png", ".orig",
      ".7z", "?", "?", "&", "=", ":", "*", "|", "\"", "<", " ", "%20", "é", "É", "e\u0301", "ß", "ss", "日本", "\uD83D\uDE00",
      "con", "CON", "nul", "-", "%", "%7E", "%3F", "%c3", "%C3", "%a", "%A", "n".repeat(128), "n".repeat(131), "long/".repeat(50),
      "x".repeat(300) + ".html");

  private static String oddPath(Random random) {
    StringBuilder path = new StringBuilder("/");
    for (int parts = random.nextInt(7); parts > 0; parts--) {
      path.append(ODDITIES.get(random.nextInt(ODDITIES.size())));
    }
    return path.toString();
  }

  /** Short names of a few letters are dense enough to meet, if any do. */
  @Test
  void namesOfFewLettersNeverMeet() {
    String alphabet = "aAbG.~@?%34/";
    Map<String, HttpUrl> files = new HashMap<>();
    int length = 4;
    for (int n = 0; n < Math.pow(alphabet.length(), length); n++) {
      StringBuilder path = new StringBuilder("/");
      for (int digit = n, i = 0; i < length; i++, digit /= alphabet.length()) {
        path.append(alphabet.charAt(digit % alphabet.length()));
      }
      HttpUrl url = url(path.toString());
      String file = folded(FilePaths.of(HOME, url, ""));
      assertThat(files.put(file, url)).as("other URL for %s of %s", file, url).isIn(null, url);
    }
  }

  private static HttpUrl url(String path) {
    return HttpUrl.get("http://site.test" + path);
  }
}
