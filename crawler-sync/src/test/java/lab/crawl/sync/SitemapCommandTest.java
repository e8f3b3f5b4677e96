package lab.crawl.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --sitemap} makes of a crawl. */
class SitemapCommandTest {
  private WebServer site;

  @BeforeEach
  void start() throws IOException {
    site = new WebServer().page("/", "/linked").page("/linked").page("/hidden", "/deeper").page("/deeper");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private CommandCall crawl(String... options) {
    return CommandCall.of(Stream.concat(Stream.of(site.url("/")), Stream.of(options)).toArray(String[]::new));
  }

  /** An XML sitemap or, with {@code sitemapindex} for a root, a list of others. */
  private static String xml(String root, String entry, String... urls) {
    return "<?xml version='1.0' encoding='UTF-8'?>\n<" + root + " xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>\n"
        + Stream.of(urls).map(url -> "<" + entry + "><loc>" + url + "</loc></" + entry + ">\n").collect(Collectors.joining())
        + "</" + root + ">\n";
  }

  private static String pages(String... urls) {
    return xml("urlset", "url", urls);
  }

  private WebServer sitemap(String path, String text) {
    return site.on(path, 200, text, Map.of("Content-Type", "application/xml"));
  }

  @Test
  void pagesThatNothingLinksAreFetched() {
    sitemap("/sitemap.xml", pages(site.url("/hidden"), site.url("/linked"), "http://elsewhere.invalid/")).robots(200, "Sitemap: /sitemap.xml");

    CommandCall call = crawl("--sitemap", "robots");

    assertThat(call.outcomes()).isEqualTo(Map.of("/", "saved", "/linked", "saved", "/hidden", "saved", "/deeper", "saved"));
    assertThat(call.exitCode()).isZero();
    assertThat(call.out()).contains("sitemap      2 pages listed in 1 file; 1 on other hosts left out");
    assertThat(site.asked()).startsWith("/robots.txt", "/sitemap.xml").hasSize(6);
    assertThat(crawl().outcomes()).as("unasked").doesNotContainKey("/hidden");
  }

  /** An index, a redirect, a text in gzip, a feed. */
  @Test
  void allFormsAreRead() throws IOException {
    sitemap("/index.xml", xml("sitemapindex", "sitemap", site.url("/moved.xml"), site.url("/list.txt.gz"), site.url("/feed")));
    sitemap("/a.xml", pages(site.url("/hidden")));
    site.redirect("/moved.xml", "/a.xml");
    site.on("/list.txt.gz", 200, gzip(site.url("/from-text") + "\n" + site.url("/x?a=1|2") + "\n"), Map.of("Content-Type", "application/gzip"));
    sitemap("/feed", "<rss version='2.0'><channel><item><link>" + site.url("/from-feed") + "</link></item></channel></rss>");

    CommandCall call = crawl("--sitemap", "/index.xml");

    assertThat(call.outcomes()).containsKeys("/hidden", "/from-text", "/x?a=1|2", "/from-feed");
    assertThat(call.out()).contains("sitemap      4 pages listed in 4 files\n");
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void scopeAndRobotsHoldForThemToo() {
    site.page("/docs/").page("/docs/a").robots(200, "User-agent: *\nDisallow: /docs/private");
    sitemap("/sitemap.xml", pages(site.url("/docs/a"), site.url("/docs/private"), site.url("/hidden")));

    CommandCall call = CommandCall.of(site.url("/docs/"), "--scope", "prefix", "--sitemap", "/sitemap.xml");

    assertThat(call.outcomes()).isEqualTo(Map.of(
        "/docs/", "saved", "/docs/a", "saved", "/docs/private", "skipped robots", "/hidden", "skipped out-of-scope"));
  }

  @Test
  void whatCannotBeHadIsALineAndTheCrawlGoesOn() {
    sitemap("/broken.xml", pages(site.url("/hidden")).replace("</urlset>", ""));
    sitemap("/page.html", "<html><title>No sitemap</title></html>");

    CommandCall call = crawl("--sitemap", "/missing.xml", "--sitemap", "/broken.xml", "--sitemap", "/page.html");

    assertThat(call.outcomes()).containsOnlyKeys("/", "/linked", "/hidden", "/deeper");
    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.out().lines().filter(line -> line.startsWith("  sitemap")).map(line -> line.substring(15).replace(site.url(""), "")))
        .containsExactly(
            "1 page listed in 2 files",
            "/broken.xml: it is broken after 1 URL: XML document structures must start and end within the same entity.",
            "/missing.xml: HTTP status 404",
            "/page.html: it is no sitemap");
  }

  @Test
  void indexesOfIndexesEnd() {
    for (int i = 0; i < 8; i++) {
      sitemap("/" + i, xml("sitemapindex", "sitemap", site.url("/0"), site.url("/" + (i + 1))));
    }

    CommandCall call = crawl("--sitemap", "/0");

    assertThat(site.asked()).containsExactly("/robots.txt", "/0", "/1", "/2", "/3", "/4", "/5", "/", "/linked");
    assertThat(call.out()).contains("/6: not asked for, because it is more than 5 redirects and indexes away");
  }

  @Test
  void whyTellsOfTheSitemap() {
    sitemap("/sitemap.xml", pages(site.url("/hidden")));

    assertThat(crawl("--sitemap", "/sitemap.xml", "--why", "/deeper").out().replace(site.url(""), "HOST")).endsWith("""
          why          HOST/deeper
                       found: HOST/hidden, listed in the sitemap HOST/sitemap.xml
                              refers to HOST/deeper
                       fetched: status 200, 0 bytes saved
        """);
  }

  @Test
  void aCrawlThatGoesOnKeepsToWhatWasReadWhenItBegan(@TempDir Path folder) {
    String state = folder.resolve("state").toString();
    sitemap("/sitemap.xml", pages(site.url("/hidden")));
    CommandCall first = crawl("--sitemap", "/sitemap.xml", "--state", state);
    site.asked().clear();

    assertThat(crawl("--sitemap", "/sitemap.xml", "--state", state).outcomes()).isEqualTo(first.outcomes()).containsKey("/hidden");
    CommandCall other = crawl("--sitemap", "/other.xml", "--state", state);
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err()).contains("sitemaps.asked was [\"/sitemap.xml\"] and is now [\"/other.xml\"]");
    assertThat(site.asked()).isEmpty();
  }

  @Test
  void anArchiveHasThemToo(@TempDir Path folder) throws IOException {
    Path warc = folder.resolve("site.warc");
    sitemap("/sitemap.xml", pages(site.url("/hidden")));
    crawl("--sitemap", "/sitemap.xml", "--warc", warc.toString());

    assertThat(Files.readAllLines(warc, StandardCharsets.ISO_8859_1).stream().filter(line -> line.startsWith("GET ")))
        .startsWith("GET /robots.txt HTTP/1.1", "GET /sitemap.xml HTTP/1.1", "GET / HTTP/1.1").hasSize(6);
  }

  @Test
  void nonsenseIsRefused() {
    assertThat(crawl("--sitemap", "mailto:x").err())
        .startsWith("--sitemap 'mailto:x' is neither robots nor a web address such as http://host/sitemap.xml or /sitemap.xml");
    CommandCall call = crawl("--sitemap", "robots", "--no-robots");
    assertThat(call.exitCode()).isEqualTo(2);
    assertThat(call.err()).startsWith("--sitemap robots and --no-robots contradict each other");
    assertThat(site.asked()).isEmpty();
  }
}
