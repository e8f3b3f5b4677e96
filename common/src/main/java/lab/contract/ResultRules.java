package lab.contract;

import static lab.contract.Answer.fault;
import static lab.contract.Answer.file;
import static lab.contract.Answer.page;
import static lab.contract.Answer.redirect;
import static lab.contract.Answer.status;
import static lab.contract.Answer.zeros;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.crawl.BodyWriter;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Sha256;
import lab.crawl.Visit;
import lab.crawl.stage.SiteFolder;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results never depend on the schedule. */
abstract class ResultRules extends Rules {
  ResultRules(CrawlerContract contract) {
    super(contract);
  }

  @Test
  @DisplayName("7.1 A site that has everything gives, to the last byte, the manifest that is kept with this kit.")
  void golden() throws IOException {
    try (PracticeSite site = goldenSite().start()) {
      CrawlPlan.Builder plan = plan(site)
          .checksumRounds(3).maxDepth(3).maxBodyBytes(5_000).retries(1).exclude(Pattern.compile("/private/"));

      String manifest = crawl(plan).manifest().text().replace(site.url().toString(), "http://site/");

      assertThat(manifest.lines())
          .as("lab/contract/golden-manifest.tsv, in common's resources, says what every crawler gives for this site")
          .containsExactlyElementsOf(golden("golden-manifest.tsv"));
    }
  }

  private static SiteScript goldenSite() {
    return new SiteScript()
        .on("/", page("/a", "/style.css", "/moved", "/missing", "/private/x", "http://elsewhere.invalid/"))
        .on("/a", page("/a/b?page=2", "/", "#top", "/umlaut-\u00fc", "/with space"))
        .on("/a/b?page=2", page("/deep", "/flaky", "/garbage"))
        .on("/umlaut-%C3%BC", file("text/html; charset=iso-8859-1", "<p>gr\u00fc\u00dfe</p>"))
        .on("/with%20space", zeros(1_000))
        .on("/style.css", file("text/css", "@import 'more\\2e css'; a { background: url( /image.svg#part ) } b { c: url(data:,x) }"))
        .on("/more.css", file("text/css", "@font-face { src: url(/missing.woff) format('woff') }"))
        .on("/image.svg", file("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'><image href='/with%20space'/></svg>"))
        .on("/moved", redirect(301, "/moved-again"))
        .on("/moved-again", redirect(302, "/big"))
        .on("/big", file("text/plain", "x".repeat(5_001)))
        .on("/deep", page("/too-deep"))
        .on("/flaky", status(503).withHeader("Retry-After", "0"), page("/too-deep-as-well"))
        .on("/garbage", fault("MALFORMED_RESPONSE_CHUNK"));
  }

  private static List<String> golden(String name) throws IOException {
    try (InputStream file = ResultRules.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  @DisplayName("7.2 The site digest is the same at width 1, 4 and 16, though replies come in any order.")
  void anyWidth() {
    try (PracticeSite site = PracticeSite.start(SiteOptions.of("synthetic:60").withLatency("lognormal:3ms:1"))) {
      CrawlResult narrow = crawl(plan(site).maxDepth(3).concurrency(1));

      assertThat(crawl(plan(site).maxDepth(3).concurrency(4)).manifest()).as("width 4").isEqualTo(narrow.manifest());
      assertThat(crawl(plan(site).maxDepth(3).concurrency(16)).manifest()).as("width 16").isEqualTo(narrow.manifest());
      assertThat(narrow.manifest().text()).as("some pages are too deep, so that luck could have shown").contains("too-deep");
    }
  }

  @Test
  @DisplayName("7.3 A second crawl by the same crawler fetches everything again and gives the same site digest.")
  void warm() {
    try (PracticeSite site = site("synthetic:60");
        GuardedCrawler crawler = open(plan(site))) {
      String cold = crawler.crawl().manifest().siteDigest();
      int requests = site.counts().requests();
      String warm = crawler.crawl().manifest().siteDigest();

      assertThat(warm).as("site digest of the second crawl").isEqualTo(cold);
      assertThat(site.counts().requests()).as("requests of both crawls").isEqualTo(2 * requests);
    }
  }

  @Test
  @DisplayName("7.4 With an output folder every saved URL is one file that holds its body, and there is no other file.")
  void files(@TempDir Path folder) throws IOException {
    try (PracticeSite site = site("synthetic:60")) {
      CrawlResult result = crawl(plan(site).out(folder));

      assertThat(digests(folder)).as("files and the SHA-256 of each").isEqualTo(expectedFiles(site, folder, result));
    }
  }

  @Test
  @DisplayName("7.6 A body that is too long for memory is saved as well, and nothing is left beside it.")
  void longBody(@TempDir Path folder) throws IOException {
    SiteScript script = new SiteScript().on("/", page("/long")).on("/long", zeros(3 * BodyWriter.MOST_IN_MEMORY));
    try (PracticeSite site = script.start()) {
      CrawlResult result = crawl(plan(site).checksumRounds(2).out(folder));

      assertThat(result.savedBytes()).as("bytes saved").isGreaterThan(3 * BodyWriter.MOST_IN_MEMORY);
      assertThat(digests(folder)).as("files and the SHA-256 of each").isEqualTo(expectedFiles(site, folder, result));
    }
  }

  @Test
  @DisplayName("7.5 The site digest is the same whether pages are worked on under an interpreter lock or not.")
  void interpreterLock() {
    try (PracticeSite site = site("synthetic:60")) {
      CrawlResult free = crawl(plan(site).checksumRounds(50));

      assertThat(crawl(plan(site).checksumRounds(50).interpreterLock(true)).manifest())
          .as("with the interpreter lock").isEqualTo(free.manifest());
    }
  }

  private static Map<String, String> expectedFiles(PracticeSite site, Path folder, CrawlResult result) {
    SiteFolder written = new SiteFolder(folder, HttpUrl.get(site.url()));
    Map<String, String> files = new TreeMap<>();
    for (Visit visit : result.visits()) {
      if (visit instanceof Visit.Saved saved) {
        files.put(name(folder, written.original(saved)), saved.sha256());
      }
    }
    return files;
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static Map<String, String> digests(Path folder) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).filter(file -> !SiteFolder.holdsPlaces(file)).toList()) {
        digests.put(name(folder, file), Sha256.hex(Files.readAllBytes(file)));
      }
    }
    return digests;
  }
}
