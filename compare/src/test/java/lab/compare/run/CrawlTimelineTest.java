package lab.compare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import lab.crawl.WholeFile;
import lab.crawl.measure.Json;
import lab.crawl.measure.Timeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrawlTimelineTest {
  private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir private Path folder;
  private ResultFiles files;

  @BeforeEach
  void locate() {
    files = new ResultFiles(folder.resolve("results.json"));
  }

  @Test
  void aColdAndAWarmCrawlOfEachVariantAreDrawn() {
    Results results = Runs.of("sync", 1_000, 1_100, 5_000).and("async", 500).results();
    for (int round = 1; round <= 3; round++) {
      write("sync", round, false, 0);
      write("sync", round, true, 0);
    }
    write("async", 1, false, 0);
    write("async", 1, true, 0);

    assertThat(CrawlTimeline.of(results, files)).extracting(CrawlTimeline::name).as("the typical ones").containsExactly(
        "sync cold 2", "sync round 2", "async cold 1", "async round 1");
  }

  @ParameterizedTest
  @CsvSource({"0, true", "50, true", "-50, true", "51, false", "-51, false", "86400000, false"})
  void aTimelineIsUsedOnlyIfItBeganWhenItsRunDid(long millisLater, boolean used) {
    write("sync", 1, true, millisLater);

    assertThat(CrawlTimeline.of(Runs.of("sync", 1_000).results(), files)).hasSize(used ? 1 : 0);
  }

  @Test
  void withoutTheFilesNothingIsDrawn() {
    assertThat(Files.exists(folder.resolve("results-timelines"))).isFalse();
    assertThat(CrawlTimeline.of(Runs.of("sync", 1_000).results(), files)).isEmpty();
  }

  private void write(String variant, int round, boolean warm, long millisLater) {
    Timeline timeline = new Timeline((BEGIN.toEpochMilli() + millisLater) * 1_000, 1, List.of(), List.of(), List.of());
    CrawlTimeline crawl = new CrawlTimeline(variant, round, warm, timeline, List.of());
    WholeFile.write(files.timeline(crawl.name()), Json.line(crawl));
  }
}
