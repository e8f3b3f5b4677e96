package lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a comparison writes, and what is made of its files later. It is measured once, for all tests here. */
class CompareFilesTest {
  @TempDir private static Path folder;
  private static Path results;
  private static CommandLineRun measured;

  @BeforeAll
  static void measure() {
    results = folder.resolve("results.json");
    measured = CommandLineRun.of(CompareMain.class, "--site", "flat:6", "--latency", "5ms", "--rounds", "2",
        "--warm-ups", "1", "--variants", "sync,async", "--results", results.toString(), "--trace", folder.resolve("trace.json").toString(),
        "--export", folder.resolve("all.csv").toString(), "--out", folder.resolve("out").toString());
  }

  @Test
  void everyRunHasItsBound() throws IOException {
    JsonNode json = new ObjectMapper().readTree(results.toFile());

    assertThat(measured.exitCode()).isZero();
    assertThat(measured.err()).isEmpty();
    assertThat(json.get("command").asText()).contains("exec:exec@compare", "--site flat:6");
    assertThat(json.get("checked").get(0).toString()).startsWith("{\"key\":\"checked.digest\",\"values\":[8,");
    assertThat(json.get("runs")).hasSize(12).allSatisfy(run -> {
      assertThat(run.get("boundMillis").asDouble()).isPositive();
      assertThat(run.get("efficiencyPercent").asDouble()).isPositive().isLessThanOrEqualTo(100);
      assertThat(run.get("bindingLimit").asText()).isIn("waiting", "computing", "discovering", "machine");
      assertThat(run.get("begunAt").asText()).endsWith("Z");
    });
  }

  @Test
  void whatWasMeasuredIsKeptWhenNoCopyCanBeMade(@TempDir Path other) throws IOException {
    Path saved = other.resolve("results.json");
    Path inTheWay = Files.createDirectories(other.resolve("out/sync/page/0.html/a-folder")).getParent();

    CommandLineRun run = CommandLineRun.of(CompareMain.class, "--site", "flat:1", "--latency", "1ms", "--rounds", "1",
        "--warm-ups", "0", "--variants", "sync", "--results", saved.toString(), "--out", other.resolve("out").toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).hasSize(3);
    assertThat(run.err().getFirst()).startsWith("cannot write " + inTheWay);
    assertThat(run.err().get(1)).isEqualTo("What was measured before is in " + saved + "; --from shows it.");
    assertThat(run.err().getLast()).isEqualTo("variant sync failed: its JVM ended; what it printed is above");
    assertThat(new ObjectMapper().readTree(saved.toFile()).get("runs")).hasSize(2);
  }

  @Test
  void itPrintsTheHeadlineTheTimelineAndWhereTheReportIs() {
    assertThat(measured.out())
        .anyMatch(line -> line.matches("(async|sync) had the lowest median, at .* of the best possible; .*"))
        .anyMatch(line -> line.contains("█ computing"))
        .anyMatch(line -> line.startsWith("async round "))
        .anyMatch(line -> line.contains(folder.resolve("report.html").toString()));
  }

  @Test
  void theReportLoadsNothing() throws IOException {
    assertThat(Jsoup.parse(Files.readString(folder.resolve("report.html"))).select("[src], link[href^=http], object, iframe"))
        .isEmpty();
  }

  @Test
  void theTraceIsChromes() throws IOException {
    JsonNode trace = new ObjectMapper().readTree(folder.resolve("trace.json").toFile());

    assertThat(trace.get("traceEvents")).isNotEmpty().allMatch(event -> event.has("ph") && event.has("ts") && event.has("pid"));
    assertThat(trace.get("traceEvents").findValuesAsText("ph")).contains("X", "M");
  }

  @Test
  void eachCrawlIsARowOfTheExportedCsv() throws IOException {
    assertThat(Files.readAllLines(folder.resolve("all.csv"))).hasSize(1 + 12);
  }

  @Test
  void eachVariantLeavesACopyAsACrawlDoes() throws IOException {
    List<String> sync = files(folder.resolve("out/sync"));

    assertThat(sync).hasSize(7).contains("index.html", "page/0.html");
    assertThat(files(folder.resolve("out/async"))).isEqualTo(sync);
    assertThat(folder.resolve("out/sync/index.html")).content().as("its links").contains("page/0.html").doesNotContain("\"/page/");
  }

  private static List<String> files(Path copy) throws IOException {
    try (Stream<Path> all = Files.walk(copy)) {
      return all.filter(Files::isRegularFile).map(file -> copy.relativize(file).toString()).sorted().toList();
    }
  }

  @Test
  void savedResultsAreExportedToo() throws IOException {
    Path tables = folder.resolve("tables.md");

    CommandLineRun.of(CompareMain.class, "--from", results.toString(), "--export", tables.toString());

    assertThat(Files.readAllLines(tables)).filteredOn(line -> line.startsWith("| async |")).as("a row of each table").hasSize(3);
  }

  @Test
  void savedResultsPrintTheSameAgainAndTheirPageMayBeInGerman() throws IOException {
    Files.delete(folder.resolve("report.html"));

    CommandLineRun again = CommandLineRun.of(CompareMain.class, "--from", results.toString(), "--lang", "de");

    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).isEqualTo(measured.out());
    Document page = Jsoup.parse(Files.readString(folder.resolve("report.html")));
    assertThat(page.select("html[lang=de] .skip").text()).isEqualTo("Zum Bericht springen");
    JsonNode data = new ObjectMapper().readTree(page.getElementById("data").data());
    assertThat(data.get("verified")).extracting(JsonNode::asText).satisfiesExactly(
        line -> assertThat(line).startsWith("Geprüft: 8 Crawls"), line -> assertThat(line).startsWith("7 URLs in jedem geprüft"),
        line -> assertThat(line).isEqualTo("Der Server zählte in jedem 7 Anfragen."));
  }

  @Test
  void twoResultsSideBySideGiveRatiosAndAPage() throws IOException {
    Path copy = Files.copy(results, folder.resolve("copy.json"));

    CommandLineRun diff = CommandLineRun.of(CompareMain.class, "--diff", results.toString(), copy.toString());

    assertThat(diff.exitCode()).isZero();
    assertThat(diff.out()).filteredOn(line -> line.contains("no claim: it takes 6 rounds")).hasSize(4)
        .allMatch(line -> line.contains(" 1.00 "));
    assertThat(diff.out()).noneMatch(line -> line.startsWith("WARNING"));
    assertThat(folder.resolve("diff.html")).exists();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "1 | --from missing.json                        | cannot read missing.json: there is no such file",
      "1 | --diff missing.json other.json             | cannot read missing.json: there is no such file",
      "2 | --from a.json --diff b.json c.json         | give one of --from, --diff and --self-check",
      "2 | --lang fr                                  | --lang': expected one of [EN, DE] (case-insensitive) but was 'fr'",
      "2 | --export all.xlsx                          | --export writes .csv and .md files, not all.xlsx",
      "2 | --results r.json --trace r.json            | --results and --trace both name ",
      "2 | --results report.html                      | --results can't be report.html, because the page that is drawn goes there",
      "2 | sweep --concurrency 1,2 --results sweep.html | --results can't be sweep.html",
      "2 | --self-check --export all.csv              | --export goes with a comparison or --from",
      "2 | sweep                                      | give several values to one of --concurrency",
      "2 | sweep --concurrency 1,2 --latency 1ms,2ms  | here concurrency and latency have",
      "2 | sweep --concurrency 4,2,1                  | values 4,2,1: 2 isn't above 4",
      "2 | sweep --concurrency 1,2 --variants fibres  | no variant 'fibres'",
      "2 | sweep --concurrency 1,2 --frobnicate       | --frobnicate"})
  void wrongUsageIsOneLine(int exitCode, String args, String message) {
    CommandLineRun run = CommandLineRun.of(CompareMain.class, args.split(" +"));

    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).singleElement().asString().contains(message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "lab gil           | -Dargs=\"lab gil\"",
      "lab gil --quick   | -Dargs=\"lab gil --quick\"",
      "labs              | -Dargs=\"labs\"",
      "lecture --minutes 3 | -Dargs=\"--minutes 3\"",
      "lecture           | ``"})
  void whoLooksForTheLabsHereIsToldWhereTheyAre(String args, String now) {
    CommandLineRun run = CommandLineRun.of(CompareMain.class, args.split(" +"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).containsExactly(
        ("the labs are a module of their own now: mvn -q package exec:exec@lecture -DskipTests " + now).trim());
  }
}
