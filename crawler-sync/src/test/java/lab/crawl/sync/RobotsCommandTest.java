package lab.crawl.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lab.crawl.cli.CommandRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site's robots.txt makes of a crawl. */
class RobotsCommandTest {
  private static final String PRIVATE = "User-agent: *\nDisallow: /private\n";

  private static final Map<String, String> ALL = Map.of("/", "saved", "/a", "saved", "/private", "saved");
  private static final Map<String, String> NOT_PRIVATE = Map.of("/", "saved", "/a", "saved", "/private", "skipped robots");
  private static final Map<String, String> NOTHING = Map.of("/", "skipped robots");

  private WebServer site;

  @BeforeEach
  void start() throws IOException {
    site = new WebServer().page("/", "/a", "/private").page("/a").page("/private");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private CommandCall crawl(String... options) {
    return CommandCall.of(Stream.concat(Stream.of(site.url("/")), Stream.of(options)).toArray(String[]::new));
  }

  private CommandCall crawlWith(int status, String robots, String... options) {
    site.robots(status, robots);
    return crawl(options);
  }

  @Test
  void aDisallowedPageIsSkippedAndTheSummarySaysSo() {
    CommandCall call = crawlWith(200, PRIVATE);

    assertThat(call.outcomes()).isEqualTo(NOT_PRIVATE);
    assertThat(call.exitCode()).isZero();
    assertThat(call.out()).contains("robots       1 URL skipped: robots.txt doesn't allow concurrency-lab there");
    assertThat(site.asked()).containsExactly("/robots.txt", "/", "/a");
  }

  /** As a site's owner may leave it, a megabyte of it and more. */
  @Test
  void whatIsLongIsReadAsFarAsItCounts() {
    assertThat(crawlWith(200, PRIVATE + "#".repeat(2 << 20)).outcomes()).isEqualTo(NOT_PRIVATE);
  }

  @Test
  void anArchiveHasItToo(@TempDir Path folder) throws IOException {
    Path warc = folder.resolve("site.warc");
    crawlWith(200, PRIVATE, "--warc", warc.toString());

    assertThat(Files.readAllLines(warc, StandardCharsets.ISO_8859_1).stream().filter(line -> line.startsWith("GET ")))
        .containsExactly("GET /robots.txt HTTP/1.1", "GET / HTTP/1.1", "GET /a HTTP/1.1");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 410, 429})
  void whoHasNoneAllowsEverything(int status) {
    assertThat(crawlWith(status, PRIVATE).outcomes()).isEqualTo(ALL);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503})
  void aServerInTroubleForbidsEverything(int status) {
    CommandCall call = crawlWith(status, "");

    assertThat(call.outcomes()).isEqualTo(NOTHING);
    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err().lines()).singleElement().isEqualTo("cannot crawl " + site.url("/") + ": HTTP status " + status + ": "
        + site.url("/robots.txt") + " could not be read, and so nobody knows what may be fetched; try again, or use --no-robots");
    assertThat(site.asked()).containsExactly("/robots.txt");
  }

  @Test
  void itIsAskedForAgainAsAPageIs() {
    site.first("/robots.txt", 503, Map.of("Retry-After", "0"));
    assertThat(crawlWith(200, PRIVATE).outcomes()).as("no retries").isEqualTo(NOTHING);

    site.first("/robots.txt", 503, Map.of("Retry-After", "0"));
    site.asked().clear();
    assertThat(crawl("--retries", "1").outcomes()).isEqualTo(NOT_PRIVATE);
    assertThat(site.asked()).startsWith("/robots.txt", "/robots.txt", "/");
  }

  @Test
  void theDelayIsKeptFromTheFirstRequestOn() {
    site.on("/sitemap.xml", 200, "<urlset/>", Map.of()).redirect("/robots.txt", "/moved").on("/moved", 200, "Sitemap: /sitemap.xml", Map.of());

    crawl("--politeness-delay", "300ms", "--sitemap", "robots");

    assertThat(site.asked()).startsWith("/robots.txt", "/moved", "/sitemap.xml", "/");
    assertThat(site.leastGap()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  @Test
  void theDelayThatItAsksForIsKeptFromThenOn() {
    crawlWith(200, "User-agent: *\nCrawl-delay: 0.2\nDisallow: /a\nDisallow: /private");

    assertThat(site.asked()).containsExactly("/robots.txt", "/");
    assertThat(site.leastGap()).isGreaterThanOrEqualTo(Duration.ofMillis(200));
  }

  @Test
  void aServerThatRefusesForbidsEverything() {
    String url = site.url("/");
    site.close();

    CommandCall call = CommandCall.of(url);

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err().lines()).singleElement().asString().startsWith("cannot crawl " + url + ": connect (")
        .endsWith("; check whether the server runs, and its port");
  }

  @Test
  void whoeverOwnsTheSiteNeedNotAsk() {
    CommandCall call = crawlWith(200, PRIVATE, "--no-robots");

    assertThat(call.outcomes()).isEqualTo(ALL);
    assertThat(site.asked()).doesNotContain("/robots.txt");
  }

  @Test
  void aDisallowedSeedIsOneLine() {
    CommandCall call = crawlWith(200, "User-agent: concurrency-lab\nDisallow: /\n");

    assertThat(call.outcomes()).isEqualTo(NOTHING);
    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err().lines()).singleElement().isEqualTo("cannot crawl " + site.url("/") + ": " + site.url("/robots.txt")
        + " disallows it for concurrency-lab (--no-robots is for sites of your own)");
  }

  @Test
  void groupsAreForUserAgents() {
    site.robots(200, "User-agent: mybot\nDisallow: /a\n\n" + PRIVATE);

    assertThat(crawl().outcomes()).isEqualTo(NOT_PRIVATE);
    assertThat(crawl("--user-agent", "MyBot/2.0 (me@here)").outcomes())
        .isEqualTo(Map.of("/", "saved", "/a", "skipped robots", "/private", "saved"));
  }

  @Test
  void redirectsAreFollowedToAnotherHostToo() throws IOException {
    try (WebServer other = new WebServer().redirect("/1", "/2").on("/2", 200, PRIVATE, Map.of())) {
      site.redirect("/robots.txt", "/here").redirect("/here", other.url("/1"));

      assertThat(crawl().outcomes()).isEqualTo(NOT_PRIVATE);
      assertThat(other.asked()).containsExactly("/1", "/2");
    }
  }

  @Test
  void aSixthRedirectIsAsGoodAsNoRobots() {
    site.redirect("/robots.txt", "/1").redirect("/1", "/2").redirect("/2", "/3").redirect("/3", "/4").redirect("/4", "/5");
    site.on("/5", 200, PRIVATE, Map.of());
    assertThat(crawl().outcomes()).as("five").isEqualTo(NOT_PRIVATE);

    site.redirect("/5", "/6").on("/6", 200, PRIVATE, Map.of());
    assertThat(crawl().outcomes()).as("six").isEqualTo(ALL);
  }

  @Test
  void onlyTheFirst500KibibytesCount() {
    String first = "#".repeat((500 << 10) - PRIVATE.length() - 1) + "\n" + PRIVATE;

    assertThat(crawlWith(200, first + "Disallow: /a\n", "--max-body=100kB").outcomes()).isEqualTo(NOT_PRIVATE);
  }

  @Test
  void aCrawlThatGoesOnKeepsToWhatWasReadWhenItBegan(@TempDir Path folder) {
    String[] state = {"--state", folder.resolve("state").toString()};
    assertThat(crawlWith(503, "", state).exitCode()).isEqualTo(1);
    assertThat(folder).as("what could not be read is in no state").isEmptyDirectory();

    assertThat(crawlWith(200, PRIVATE, state).outcomes()).isEqualTo(NOT_PRIVATE);
    site.asked().clear();
    assertThat(crawlWith(503, "", state).outcomes()).isEqualTo(NOT_PRIVATE);
    assertThat(site.asked()).isEmpty();
  }

  @Test
  void nofollowIsHeededOnRequestOnly() {
    site.on("/", 200, "<a rel=nofollow href=/a>x</a>", Map.of("Content-Type", "text/html"));

    assertThat(crawl().outcomes()).isEqualTo(Map.of("/", "saved", "/a", "saved"));
    assertThat(crawl("--nofollow").outcomes()).isEqualTo(Map.of("/", "saved"));
  }

  @Test
  void ofSeveralSitesEachIsAsked() throws IOException {
    try (WebServer open = new WebServer().page("/b", "/c").page("/c")) {
      site.robots(503, "");

      CommandCall call = CommandCall.of(site.url("/"), open.url("/b"), open.url("/c"));

      assertThat(call.outcomes()).isEqualTo(Map.of("/", "skipped robots", "/b", "saved", "/c", "saved"));
      assertThat(call.exitCode()).isEqualTo(1);
      assertThat(call.out()).contains("robots       cannot crawl " + site.url("/") + ": HTTP status 503: ");
      assertThat(open.asked()).containsExactly("/robots.txt", "/b", "/c");
    }
  }

  @Test
  void aPracticeSiteIsNotAsked() {
    CommandCall call = CommandCall.of("--site", "flat:2", "--latency", "0ms");

    assertThat(call.exitCode()).isZero();
    assertThat(call.out()).contains("server saw   3 requests");
  }

  @Test
  @Timeout(60)
  void aLongDelayIsSaidBeforeItIsWaitedFor() {
    site.robots(200, "User-agent: *\nCrawl-delay: 86400\n");
    List<String> said = new ArrayList<>();
    PrintStream err = System.err;
    System.setErr(new PrintStream(OutputStream.nullOutputStream()) {
      @Override
      public void println(String line) {
        said.add(line);
        Thread.currentThread().interrupt();
      }
    });
    try {
      CommandRunner.commandLine(new SyncMain()).execute(site.url("/"));
    } finally {
      System.setErr(err);
      Thread.interrupted();
    }

    assertThat(said.getFirst()).startsWith("polite: one page of a host at a time, 86400000 ms after the last");
  }
}
