package lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import lab.crawl.async.AsyncMain;
import lab.crawl.procs.ProcsMain;
import lab.crawl.sync.SyncMain;
import lab.crawl.threads.ThreadsMain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the JDK's Flight Recorder keeps of a crawl, held against the timeline of the same crawl. */
class FlightRecordingTest {
  private static final Duration LATENCY = Duration.ofMillis(100);
  private static final int PAGES = 13;

  @TempDir private Path folder;

  @Test
  void threads() throws IOException {
    run(ThreadsMain.class);

    assertThatEventsAreSpans();
    assertThat(named(events(), "lab.Start")).isNotEmpty().allMatch(event -> event.getString("lane").startsWith("crawler-"));
  }

  /** With the tool of the JDK, as the page says it. */
  @Test
  void syncAndAsTheJdksOwnToolShowsIt() throws Exception {
    run(SyncMain.class);

    assertThatEventsAreSpans();
    String jfr = Path.of(System.getProperty("java.home"), "bin", "jfr").toString();
    Process view = new ProcessBuilder(jfr, "view", "--width", "200", "lab.Wait", folder.resolve("sync.jfr").toString()).start();
    CommandLineRun shown = CommandLineRun.finish(view);
    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out()).filteredOn(line -> line.contains("http://127.0.0.1:")).hasSize(PAGES);
  }

  @Test
  void asyncWhoseFetchesOverlapOnOneThread() throws IOException {
    run(AsyncMain.class);

    assertThatEventsAreSpans();
    List<RecordedEvent> waits = named(events(), "lab.Wait");
    assertThat(waits).extracting(event -> event.getThread().getJavaName()).containsOnly("crawler-loop");
    assertThat(waits).anyMatch(one -> waits.stream().anyMatch(other -> one != other && isWithin(other.getStartTime(), one)));
    assertThat(named(events(), "lab.Lag")).isNotEmpty().allMatch(event -> !event.getDuration("took").isNegative());
  }

  @Test
  void procsWithARecordingForEachWorker() throws IOException {
    run(ProcsMain.class);

    assertThatEventsAreSpans();
    assertThat(files()).hasSizeBetween(2, 5).allMatch(file -> file.getFileName().toString().matches("procs(-worker-\\d+)?\\.jfr"));
    List<RecordedEvent> parents = RecordingFile.readAllEvents(folder.resolve("procs.jfr"));
    assertThat(named(parents, "lab.Start")).isNotEmpty();
    assertThat(named(parents, "lab.Wait")).isEmpty();
  }

  @Test
  void aComparisonRecordsEachOfItsJvms() throws IOException {
    CommandLineRun run = CommandLineRun.of(CompareMain.class, "--site", "flat:5", "--latency", "2ms", "--rounds", "1", "--warm-ups", "0",
        "--variants", "sync,async", "--results", folder.resolve("results.json").toString(), "--jfr", folder.resolve("jfr").toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Recordings:  " + folder.resolve("jfr"));
    for (String name : List.of("sync-jvm-1", "async-jvm-1")) {
      List<RecordedEvent> events = RecordingFile.readAllEvents(folder.resolve("jfr").resolve(name + ".jfr"));
      assertThat(named(events, "lab.Crawl")).as(name).hasSize(2);
      assertThat(named(events, "lab.Wait")).as(name).hasSize(2 * 6);
    }
  }

  /** It would cost each crawl some 40 ms of its start. */
  @Test
  void nobodyLoadsFlightRecorderWhoDoesNotRecord() {
    CommandLineRun run = CommandLineRun.withJvmOption("-Xlog:class+load", ThreadsMain.class, "--site", "flat:1");

    assertThat(run.out()).anyMatch(line -> line.contains("lab.crawl.measure.MeasuredCrawl "))
        .noneMatch(line -> line.contains("jdk.jfr.internal.") || line.contains("lab.crawl.measure.CrawlEvent "));
  }

  @Test
  void aFileWhereTheFolderShouldBeIsWrongUsage() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    CommandLineRun run = CommandLineRun.of(SyncMain.class, "--site", "flat:1", "--jfr", file.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).singleElement().asString().contains("--jfr takes a folder, but " + file + " is a file");
  }

  private void run(Class<?> main) {
    CommandLineRun run = CommandLineRun.of(main, "--site", "flat:12", "--latency", LATENCY.toMillis() + "ms", "--concurrency", "4",
        "--trace", folder.resolve("trace.json").toString(), "--jfr", folder.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  private void assertThatEventsAreSpans() throws IOException {
    List<RecordedEvent> events = events();
    List<RecordedEvent> ofPages = events.stream().filter(event -> event.hasField("url")).toList();
    assertThat(ofPages.stream().map(FlightRecordingTest::named))
        .hasSizeGreaterThan(PAGES * 5 - 1)
        .containsExactlyInAnyOrderElementsOf(spans().stream().map(FlightRecordingTest::named).toList());
    assertThat(named(events, "lab.Wait")).as("each began when its request was sent")
        .allMatch(event -> event.getDuration().compareTo(LATENCY) >= 0);
    assertThat(named(events, "lab.Store")).allMatch(event -> event.getLong("bytes") > 0);
    assertThat(named(events, "lab.Crawl")).singleElement().satisfies(crawl -> {
      assertThat(crawl.getInt("pages")).isEqualTo(PAGES);
      assertThat(ofPages).allMatch(event -> isWithin(event.getStartTime(), crawl) && isWithin(event.getEndTime(), crawl));
    });
  }

  /** Of all JVMs of the crawl. */
  private List<RecordedEvent> events() throws IOException {
    List<RecordedEvent> events = new ArrayList<>();
    for (Path file : files()) {
      events.addAll(RecordingFile.readAllEvents(file));
    }
    return events.stream().filter(event -> event.getEventType().getName().startsWith("lab.")).toList();
  }

  /** A worker that still starts when the crawl is over is killed, and leaves an empty one. */
  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jfr") && file.toFile().length() > 0).toList();
    }
  }

  private List<JsonNode> spans() throws IOException {
    JsonNode trace = JsonMapper.builder().build().readTree(folder.resolve("trace.json").toFile());
    return StreamSupport.stream(trace.get("traceEvents").spliterator(), false)
        .filter(event -> event.get("ph").asText().equals("X") && event.get("args").has("url"))
        .toList();
  }

  private static List<RecordedEvent> named(List<RecordedEvent> events, String name) {
    return events.stream().filter(event -> event.getEventType().getName().equals(name)).toList();
  }

  private static String named(RecordedEvent event) {
    return event.getEventType().getLabel().toLowerCase(Locale.ROOT) + " " + event.getString("url");
  }

  private static String named(JsonNode span) {
    return span.get("name").asText() + " " + span.get("args").get("url").asText();
  }

  private static boolean isWithin(Instant moment, RecordedEvent event) {
    return !moment.isBefore(event.getStartTime()) && !moment.isAfter(event.getEndTime());
  }
}
