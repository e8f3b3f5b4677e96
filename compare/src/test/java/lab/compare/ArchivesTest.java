package lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lab.compare.run.Variants;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.Visit;
import lab.crawl.warc.WarcFile;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.netpreserve.jwarc.tools.ValidateTool;

/** An archive is what the site said, whoever asked: no design shows in it. */
class ArchivesTest {
  private static PracticeSite site;

  @TempDir private Path folder;

  @BeforeAll
  static void serve() {
    site = PracticeSite.start(SiteOptions.of("synthetic:40"));
  }

  @AfterAll
  static void end() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"threads", "virtual", "async", "async-offload", "procs"})
  void everyDesignWritesTheSameRecords(String variant) throws IOException {
    assertThat(records(archive(variant))).isEqualTo(records(archive("sync")));
    assertThat(folder).isDirectoryContaining(file -> file.endsWith("sync.warc.gz"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("nothing but the two archives is left").hasSize(2);
    }
  }

  @Test
  void itIsValidAndHasEachExchange() throws IOException {
    Path warc = folder.resolve("threads.warc.gz");
    CrawlPlan plan = plan(warc);
    CrawlResult result = crawl("threads", plan);
    WarcFile.write(warc, plan, result, false);
    List<String> types = records(warc).stream().map(line -> line.split(" ")[0]).toList();

    assertThat(CommandLineRun.of(ValidateTool.class, "--forbid-extensions", warc.toString()))
        .isEqualTo(new CommandLineRun(0, List.of(), List.of()));
    assertThat(types).startsWith("warcinfo", "response", "request", "metadata").contains("revisit");
    assertThat(types.stream().filter("request"::equals)).hasSize(result.fetched());
    assertThat(types.stream().filter(type -> type.equals("response") || type.equals("revisit"))).hasSize(result.fetched());
    assertThat(result.count(Visit.Failed.class)).as("pages that are missing, and archived all the same").isPositive();
  }

  private Path archive(String variant) {
    Path warc = folder.resolve(variant + ".warc.gz");
    CrawlPlan plan = plan(warc);
    WarcFile.write(warc, plan, crawl(variant, plan), false);
    return warc;
  }

  private static CrawlPlan plan(Path warc) {
    return CrawlPlan.of(site.url().toString()).concurrency(2).build().archivedIn(warc);
  }

  private static CrawlResult crawl(String variant, CrawlPlan plan) {
    try (Crawler crawler = Variants.named(variant).newCrawler(plan)) {
      return crawler.crawl(CrawlListener.NONE);
    }
  }

  private static List<String> records(Path warc) throws IOException {
    List<String> lines = new ArrayList<>();
    try (WarcReader reader = new WarcReader(warc)) {
      for (WarcRecord record : reader) {
        String target = record instanceof WarcTargetRecord about ? about.target() : "";
        lines.add(record.type() + " " + target + " " + record.headers().sole("WARC-Block-Digest").orElse("") + " "
            + record.headers().sole("WARC-Payload-Digest").orElse(""));
      }
    }
    return lines;
  }
}
