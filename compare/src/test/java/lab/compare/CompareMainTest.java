package lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison as a user runs it. */
class CompareMainTest {
  @TempDir private Path folder;

  @Test
  void allVariantsDoTheSameWork() throws IOException {
    Path results = folder.resolve("results.json");

    CommandLineRun run = CommandLineRun.of(CompareMain.class, "--site", "synthetic:40", "--latency", "2ms", "--rounds", "1",
        "--warm-ups", "0", "--concurrency", "3", "--results", results.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(String.join("\n", run.out())).contains("Checked: 10 crawls, one site digest: ");
    JsonNode json = new ObjectMapper().readTree(results.toFile());
    assertThat(json.get("machine").get("cores").asInt()).isPositive();
    assertThat(json.get("site").get("name").asText()).isEqualTo("synthetic:40");
    assertThat(json.get("plan").get("concurrency").asInt()).isEqualTo(3);
    assertThat(json.get("runs")).hasSize(10).allSatisfy(CompareMainTest::isComplete);
    assertThat(json.get("runs").findValuesAsText("siteDigest")).containsOnly(json.at("/runs/0/siteDigest").asText());
    assertThat(json.get("runs").findValuesAsText("serverRequests")).containsOnly(json.at("/runs/0/pages").asText());
  }

  private static void isComplete(JsonNode run) {
    for (String field : new String[] {"variant", "jvm", "crawl", "round", "elapsedMillis", "startMillis", "clientCpuMillis",
        "utilisationPercent", "pages", "failed", "siteDigest", "serverRequests", "serverPeakInFlight", "peakThreads",
        "peakRssBytes", "fetchP50Millis", "fetchP95Millis", "visitP50Millis", "visitP95Millis"}) {
      assertThat(run.has(field)).as(field).isTrue();
    }
    assertThat(run.get("elapsedMillis").asDouble()).isPositive();
    assertThat(run.get("clientCpuMillis").asDouble()).isPositive();
    assertThat(run.get("peakThreads").asInt()).isPositive();
    assertThat(run.get("fetchP50Millis").asDouble()).as("not less than the site's latency").isGreaterThanOrEqualTo(2);
    assertThat(run.get("visitP95Millis").asDouble()).isGreaterThanOrEqualTo(run.get("visitP50Millis").asDouble());
    assertThat(run.get("visitP50Millis").asDouble()).isGreaterThanOrEqualTo(run.get("fetchP50Millis").asDouble());
    assertThat(run.get("serverPeakInFlight").asInt()).isBetween(1, 3);
  }

  @Test
  void aVariantThatDropsAPageIsFoundOutAndThePageNamed() {
    CommandLineRun run = CommandLineRun.of(CompareMain.class, "--site", "flat:5", "--latency", "0ms", "--rounds", "1",
        "--warm-ups", "0", "--variants", "sync,dropping", "--results", folder.resolve("results.json").toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(String.join("\n", run.out()))
        .contains("ERROR: the variants did not do the same work.")
        .contains("dropping cold 1 differs from sync cold 1")
        .contains(": saved 200 ", " there, absent here");
  }

  @Test
  void aCappedCrawlIsNotCompared() {
    CommandLineRun run = CommandLineRun.of(CompareMain.class, "--site", "flat:20", "--latency", "0ms", "--rounds", "1",
        "--warm-ups", "0", "--variants", "sync", "--max-pages", "5", "--results", folder.resolve("results.json").toString());

    assertThat(run.exitCode()).isZero();
    assertThat(String.join("\n", run.out())).contains("NOT CHECKED: --max-pages cut every crawl short");
  }

  @Test
  void anUnreachableSeedIsOneLine() {
    CommandLineRun run = CommandLineRun.of(CompareMain.class, "http://127.0.0.1:9/", "--no-robots", "--retries", "0", "--results",
        folder.resolve("results.json").toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString()
        .isEqualTo("nothing to compare, for nothing could be saved from http://127.0.0.1:9/ failed connect");
  }

  @Test
  void whatAMeasuredJvmLogsIsNoAnswer() throws IOException {
    Path results = folder.resolve("results.json");
    CommandLineRun run = CommandLineRun.withJvmOption("-Xlog:gc", CompareMain.class, "--site", "flat:5", "--latency", "0ms",
        "--rounds", "1", "--warm-ups", "0", "--variants", "sync", "--results", results.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(new ObjectMapper().readTree(results.toFile()).get("runs")).hasSize(2);
  }

  @Test
  void aVariantThatIsNotThereIsOneLine() {
    CommandLineRun run = CommandLineRun.of(CompareMain.class, "--variants", "sync,fibres");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).singleElement().asString()
        .contains("no variant 'fibres': there are async, async-offload, cluster, dropping, dying, procs, sync, threads, virtual");
  }

  @Test
  void whatMayNotBeWrittenDownIsRefused() {
    CommandLineRun run = CommandLineRun.of(CompareMain.class, "http://127.0.0.1:1/", "--header", "X-Key: secret");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().getFirst()).startsWith("--header, --cookies, --keep-cookies, --netrc, --proxy and --rate are for single crawls");
  }

  @Test
  void aVariantWhoseJvmDiesIsOneLineAfterItsOwnWords() {
    CommandLineRun run = CommandLineRun.of(CompareMain.class, "--site", "flat:5", "--rounds", "1",
        "--variants", "dying", "--results", folder.resolve("results.json").toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).last().asString().contains("variant dying failed: its JVM ended");
    assertThat(run.err()).anyMatch(line -> line.contains("a bug planted by a test"));
  }
}
