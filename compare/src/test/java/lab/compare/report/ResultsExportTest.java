package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import lab.compare.run.Runs;
import lab.crawl.cli.UsageException;
import lab.crawl.measure.LowerBound.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsExportTest {

  @Test
  void csvHasARowForEachCrawlAndRoundZeroWhereItDoesNotCount() {
    List<String> rows = rows(Runs.of(
        Runs.cold("sync", 1, 2_000), Runs.warmUp("sync", 1, 900), Runs.warm("sync", 1, 1_000).bound(900, Limit.WAITING)));

    assertThat(rows).hasSize(4);
    assertThat(rows.getFirst()).startsWith("variant,jvm,crawl,round,begunAt,elapsedMillis,startMillis,cpuMillis,compilingMillis,");
    assertThat(rows.get(1)).startsWith("sync,1,1,0,2026-11-22T12:00:00Z,2000.000,500.000,1000.000,0.000,");
    assertThat(rows.get(2)).startsWith("sync,1,2,0,");
    assertThat(rows.get(3)).startsWith("sync,1,5,1,").contains(",900.000,90.000,waiting,");
  }

  @Test
  void whatIsUnknownIsAnEmptyField() {
    List<String> rows = rows(Runs.of(Runs.warmUp("sync", 1, 900), Runs.warm("sync", 1, 1_000).onARealSite()));

    assertThat(rows.getLast().split(",", -1)).hasSameSizeAs(rows.getFirst().split(",")).contains("");
    assertThat(rows.getLast()).doesNotContain("Optional", "null");
  }

  @Test
  void aFieldWithACommaOrAQuoteStandsInQuotes() {
    List<String> rows = rows(Runs.of(Runs.warmUp("a, \"b\"", 1, 900), Runs.warm("a, \"b\"", 1, 1_000)));

    assertThat(rows.getLast()).startsWith("\"a, \"\"b\"\"\",1,5,1,");
  }

  @Test
  void linesEndAsRfc4180HasIt() {
    assertThat(new ResultsExport(Runs.of("sync", 1_000).results()).csv()).endsWith("\r\n").doesNotContain("\n\n");
  }

  @Test
  void markdownHasTheCellsOfThePrintedTables() {
    Runs runs = Runs.of("sync", 10_000).and("a|b", 2_000);

    String markdown = new ResultsExport(runs.results()).markdown();

    assertThat(markdown.lines()).startsWith("flat:7, latency 5ms · concurrency 8 · 40 checksum rounds a page · 1 round in 1 JVM  ")
        .contains(
            "| variant | cold, s | warm, s | (min–max) | speed-up | (95 %) | best possible, s | efficiency | bound by | warm after |",
            "| sync | 20.00 | 10.00 | (10.00–10.00) | – |  | – | – | – | 11 crawls |")
        .anyMatch(line -> line.startsWith("| a\\|b | 4.00 | 2.00 "));
  }

  @Test
  void theEndingSaysWhat(@TempDir Path folder) {
    ResultsExport export = new ResultsExport(Runs.of("sync", 1_000).results());

    export.write(folder.resolve("new/all.CSV"));
    export.write(folder.resolve("tables.md"));

    assertThat(folder.resolve("new/all.CSV")).content().isEqualTo(export.csv());
    assertThat(folder.resolve("tables.md")).content().isEqualTo(export.markdown());
    assertThatThrownBy(() -> ResultsExport.check(Path.of("all.xlsx"))).isInstanceOf(UsageException.class)
        .hasMessage("--export writes .csv and .md files, not all.xlsx");
  }

  private static List<String> rows(Runs runs) {
    return new ResultsExport(runs.results()).csv().lines().toList();
  }
}
