package lab.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lab.crawl.Sha256;
import lab.crawl.async.AsyncMain;
import lab.crawl.measure.Json;
import lab.crawl.measure.RunFile;
import lab.crawl.procs.ProcsMain;
import lab.crawl.sync.SyncMain;
import lab.crawl.threads.ThreadsMain;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a user meets them. */
class CommandLineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @ParameterizedTest
  @ValueSource(classes = {SyncMain.class, ThreadsMain.class, AsyncMain.class, ProcsMain.class, CompareMain.class})
  void helpListsEveryOption(Class<?> main) {
    CommandLineRun run = CommandLineRun.of(main, "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(String.join("\n", run.out()))
        .contains("--site", "--latency", "--concurrency", "--checksum-rounds", "--gil", "--max-depth", "--max-pages", "--timeout",
            "--max-body", "--retries", "--user-agent", "--exclude", "--scope", "--out", "--trace=FILE", "--quiet");
  }

  /** A wrong value, an unknown option, a URL that can't be crawled: one of each. WrongValuesTest has the others, without a JVM for each. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "--concurrency 0 | concurrency is 0 but must be 1 to 10000",
      "--frobnicate | --frobnicate",
      "ftp://host/ | 'ftp://host/' is not a URL to crawl",
  })
  void wrongUsageIsOneLineThatNamesIt(String args, String message) {
    CommandLineRun run = CommandLineRun.of(SyncMain.class, args.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).singleElement().asString().contains(message);
  }

  @ParameterizedTest
  @ValueSource(classes = {SyncMain.class, ThreadsMain.class, AsyncMain.class, ProcsMain.class})
  void anUnreachableSeedIsOneLine(Class<?> main) {
    CommandLineRun run = CommandLineRun.of(main, "http://127.0.0.1:9/", "--retries", "0");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).singleElement().asString().startsWith("cannot crawl http://127.0.0.1:9/: connect (")
        .endsWith("; check whether the server runs, and its port");
  }

  @Test
  void aRunPrintsItsFiguresAndWritesItsFiles(@TempDir Path folder) throws IOException {
    Path manifest = folder.resolve("new/manifest.tsv");
    Path json = folder.resolve("run.json");
    Path out = folder.resolve("mirror");

    CommandLineRun run = CommandLineRun.of(ThreadsMain.class, "--site", "flat:20", "--latency", "5ms", "--virtual",
        "--manifest", manifest.toString(), "--json", json.toString(), "--out", out.toString(),
        "--link-check");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).anyMatch(line -> line.contains(" opens in a browser: "))
        .anyMatch(line -> line.matches("  link check +21 files read · [0-9]+ links between files · 0 of them dead"));
    assertThat(run.out().getFirst()).isEqualTo("virtual · flat:20, latency 5ms · concurrency 8");
    RunFile record = Json.read(Files.readString(json), RunFile.class);
    assertThat(record.run().outcome().pages()).isEqualTo(21);
    assertThat(record.run().server().requests()).contains(21);
    assertThat(record.run().outcome().siteDigest()).isEqualTo(Sha256.hex(Files.readAllBytes(manifest)));
    assertThat(String.join("\n", run.out())).contains(record.run().outcome().siteDigest());
    assertThat(regularFiles(out)).isEqualTo(21);
  }

  @ParameterizedTest
  @ValueSource(classes = {SyncMain.class, ThreadsMain.class, AsyncMain.class, ProcsMain.class})
  void theInterpreterLockIsInTheTitleAndInTheRecord(Class<?> main, @TempDir Path folder) throws IOException {
    Path json = folder.resolve("run.json");

    CommandLineRun run = CommandLineRun.of(main, "--site", "flat:5", "--gil", "--concurrency", "2", "--json", json.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().getFirst()).endsWith("concurrency 2 · with an interpreter lock");
    assertThat(Json.read(Files.readString(json), RunFile.class).plan().work().interpreterLock()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(classes = {SyncMain.class, ThreadsMain.class, AsyncMain.class, ProcsMain.class})
  void aTraceHoldsEveryPage(Class<?> main, @TempDir Path folder) throws IOException {
    Path trace = folder.resolve("new/trace.json");

    CommandLineRun run =
        CommandLineRun.of(main, "--site", "flat:5", "--latency", "5ms", "--concurrency", "2", "--trace", trace.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).anyMatch(line -> line.matches("  bound +\\d+\\.\\d\\d s  \\(efficiency \\d+ %: bound by .*"));
    JsonNode events = JsonMapper.builder().build().readTree(trace.toFile()).get("traceEvents");
    assertThat(events).isNotEmpty().allSatisfy(event -> assertThat(event.fieldNames()).toIterable()
        .contains("name", "cat", "ph", "ts", "pid", "tid"));
    assertThat(events.findValuesAsText("url").stream().distinct()).hasSize(6);
    assertThat(StreamSupport.stream(events.spliterator(), false).filter(event -> event.get("name").asText().equals("wait")))
        .hasSize(6).allMatch(event -> event.get("ph").asText().equals("X") && event.get("dur").asLong() > 0);
  }

  /** Nobody knows the latency of a real site; but who asks for a timeline gets one. */
  @Test
  void aTraceOfAnySiteIsWrittenWithoutABound(@TempDir Path folder) throws IOException {
    Path trace = folder.resolve("trace.json");
    try (PracticeSite site = PracticeSite.start(SiteOptions.of("flat:3"))) {
      CommandLineRun run = CommandLineRun.of(SyncMain.class, site.url().toString(), "--trace", trace.toString());

      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).noneMatch(line -> line.startsWith("  bound"));
      assertThat(Files.readString(trace)).contains("\"" + site.url() + "\"");
    }
  }

  @Test
  void failedPagesMakeTheExitCodeOne() {
    CommandLineRun run = CommandLineRun.of(SyncMain.class, "--site", "synthetic:40", "--latency", "0ms");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).anyMatch(line -> line.contains(" http-status)"));
    assertThat(run.err()).as("failures are told as they come").isNotEmpty()
        .allMatch(line -> line.matches("failed: http://\\S+: HTTP status 404|\\(further failures are counted only\\)"));
  }

  @Test
  void aSeedThatIsNotThereIsOneLine() {
    try (PracticeSite site = PracticeSite.start(SiteOptions.of("flat:1"))) {
      CommandLineRun run = CommandLineRun.of(SyncMain.class, site.url() + "no-such-page");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).singleElement().asString().contains("http-status (HTTP status 404)");
    }
  }

  @Test
  void aSeedThatTheOptionsLeaveOutIsOneLine() {
    CommandLineRun run = CommandLineRun.of(SyncMain.class, "--site", "flat:1", "--exclude", "127");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("the options leave it out (excluded)");
  }

  @Test
  void aBugPrintsItsStackTraceAndIsNoWrongUsage() {
    CommandLineRun run = CommandLineRun.of(BuggyMain.class, "--site", "flat:1");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).anyMatch(line -> line.contains("a bug planted by a test"));
    assertThat(run.err()).anyMatch(line -> line.contains("at lab.compare.DyingVariant"));
  }

  @Test
  void aPageThatCannotBeWrittenEndsTheCrawl(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("index.html.orig/in-the-way"));

    CommandLineRun run = CommandLineRun.of(SyncMain.class, "--site", "flat:1", "--out", folder.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).hasSize(2);
    assertThat(run.err().getFirst()).startsWith("PARTIAL: 0 pages visited").contains("http://127.0.0.1:");
    assertThat(run.err().getLast()).startsWith("cannot write " + folder);
  }

  @ParameterizedTest
  @ValueSource(classes = {SyncMain.class, ThreadsMain.class, AsyncMain.class, ProcsMain.class})
  void ctrlCLeavesThePartialManifestAndNoProcess(Class<?> main, @TempDir Path folder) throws Exception {
    Path manifest = folder.resolve("manifest.tsv");
    try (PracticeSite site = PracticeSite.start(SiteOptions.of("flat:2000").withLatency("50ms"))) {
      Process process = CommandLineRun.start(main, "--site", site.url().toString(), "--concurrency", "2",
          "--manifest", manifest.toString());
      await().atMost(PATIENCE).until(() -> site.counts().requests() > 5);
      List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();

      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
      CommandLineRun run = CommandLineRun.finish(process);

      assertThat(run.exitCode()).isEqualTo(130);
      assertThat(String.join("\n", run.out())).contains("PARTIAL");
      assertThat(Files.readAllLines(manifest)).hasSizeBetween(2, 2000);
      assertThat(all).noneMatch(ProcessHandle::isAlive);
    }
  }

  private static long regularFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
