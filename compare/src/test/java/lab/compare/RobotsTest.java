package lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.crawl.async.AsyncMain;
import lab.crawl.procs.ProcsMain;
import lab.crawl.threads.ThreadsMain;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That every command follows a site's robots.txt, and the sitemaps that it names. */
class RobotsTest {
  private static final String MAPPING = """
      {"request": {"method": "GET", "url": "/robots.txt"},
       "response": {"status": %d, "headers": {"Content-Type": "text/plain"},
        "body": "User-agent: *\\nDisallow: /page/3.html\\nSitemap: /sitemap.xml"}}
      """;

  private static final String SITEMAP = """
      {"request": {"method": "GET", "url": "/sitemap.xml"},
       "response": {"status": 200, "body": "<urlset><url><loc>/page/3.html</loc></url><url><loc>/missing.html</loc></url></urlset>"}}
      """;

  @TempDir private Path folder;
  private PracticeSite site;

  @BeforeEach
  void start() throws IOException {
    site = siteWithRobots(200);
  }

  private PracticeSite siteWithRobots(int status) throws IOException {
    Path mappings = Files.createDirectories(folder.resolve(status + "/mappings"));
    Files.writeString(mappings.resolve("robots.json"), MAPPING.formatted(status));
    Files.writeString(mappings.resolve("sitemap.json"), SITEMAP);
    return PracticeSite.start(SiteOptions.of("flat:5").withStubs(mappings.getParent()));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @ParameterizedTest
  @CsvSource({"threads, ''", "threads, --virtual", "async, ''", "async, --offload", "procs, ''"})
  void everyDesignFollowsIt(String design, String option) throws IOException {
    Path manifest = folder.resolve("manifest.tsv");
    Class<?> main = switch (design) {
      case "threads" -> ThreadsMain.class;
      case "async" -> AsyncMain.class;
      default -> ProcsMain.class;
    };
    List<String> args = List.of(site.url().toString(), "--concurrency", "2", "--manifest", manifest.toString(), "--sitemap", "robots",
        option.isEmpty() ? "--quiet" : option);

    CommandLineRun run = CommandLineRun.of(main, args.toArray(String[]::new));

    assertThat(run.exitCode()).as("with a sitemap that lists a missing page").isEqualTo(1);
    assertThat(Files.readString(manifest)).contains("/page/3.html\tskipped\trobots").contains("/page/4.html\tsaved");
    assertThat(site.counts().requestsPerUrl())
        .containsEntry("/robots.txt", 1).containsEntry("/missing.html", 1).doesNotContainKey("/page/3.html").hasSize(8);
  }

  @Test
  void aComparisonAsksOnceForAllItsCrawls() {
    CommandLineRun run = CommandLineRun.of(CompareMain.class, site.url().toString(), "--rounds", "1", "--jvms", "1", "--warm-ups", "0",
        "--variants", "sync,async", "--checksum-rounds", "0", "--quiet", "--results", folder.resolve("results.json").toString());

    assertThat(run.exitCode()).isZero();
    assertThat(site.counts().requestsPerUrl()).containsEntry("/robots.txt", 1).containsEntry("/page/4.html", 4)
        .doesNotContainKey("/page/3.html");
  }

  @Test
  void aComparisonThatMayNotAskBeginsNothing() throws IOException {
    try (PracticeSite broken = siteWithRobots(503)) {
      CommandLineRun run = CommandLineRun.of(CompareMain.class, broken.url().toString(), "--results",
          folder.resolve("results.json").toString());

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).singleElement().asString().startsWith("cannot crawl " + broken.url() + ": HTTP status 503: ");
      assertThat(broken.counts().requestsPerUrl()).containsOnlyKeys("/robots.txt");
    }
  }
}
