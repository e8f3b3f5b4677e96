package lab.lecture.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import lab.compare.run.CrawlTimeline;
import lab.compare.run.LiveLine;
import lab.crawl.cli.CrawlTarget;
import lab.crawl.measure.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabRunnerTest {
  private static final boolean QUICK = true;

  @TempDir private Path folder;

  @Test
  void usuallyEachSetupHasAFreshJvm() {
    try (LiveLine quiet = new LiveLine(true, 1);
        LabRunner runner = new LabRunner(!QUICK, folder, quiet, Instant.now())) {
      CrawlTarget site = runner.site("flat:3", "0ms");
      Setup narrow = Setup.of("narrow", "threads", site, 1);
      Setup wide = Setup.of("wide", "threads", site, 2);

      Rounds rounds = runner.measure(List.of(narrow, wide), 0, 2);

      assertThat(rounds.runs(narrow)).extracting(RunRecord::isWarm).containsExactly(false, true);
      assertThat(rounds.runs(wide)).extracting(RunRecord::isWarm).containsExactly(false, true);
      assertThat(runner.problems()).isEmpty();
    }
  }

  @Test
  void whenTimeIsUpThreeRoundsAreEnough() {
    try (LiveLine quiet = new LiveLine(true, 1);
        LabRunner runner = new LabRunner(!QUICK, folder, quiet, Instant.now())) {
      Setup sync = Setup.of("sync", "sync", runner.site("flat:3", "0ms"), 1);

      assertThat(runner.measure(List.of(sync), 0, 5).runs(sync)).hasSize(3);
      assertThat(runner.measure("a number", 5, () -> 1)).hasSize(3);
    }
  }

  @Test
  void theThreadsThatAVariantMadeForItselfAreCounted() {
    try (LiveLine quiet = new LiveLine(true, 1);
        LabRunner runner = new LabRunner(!QUICK, folder, quiet, Instant.now())) {
      CrawlTarget site = runner.site("flat:9", "0ms");
      Setup sync = Setup.of("sync", "sync", site, 3);
      Setup threads = Setup.of("threads", "threads", site, 3);
      Setup virtual = Setup.of("virtual", "virtual", site, 3);
      Setup async = Setup.of("async", "async", site, 3);
      Setup procs = Setup.of("procs", "procs", site, 2);
      List<Setup> setups = List.of(sync, threads, virtual, async, procs);

      Rounds rounds = runner.measure(setups, 0, 1);

      assertThat(setups).extracting(setup -> rounds.ownThreads(setup).median()).containsExactly(0.0, 3.0, 0.0, 1.0, 2.0);
    }
  }

  @Test
  void aQuickLookUsesOneJvmForVariantsThatShareCode() {
    try (LiveLine quiet = new LiveLine(true, 1);
        LabRunner runner = new LabRunner(QUICK, folder, quiet, Instant.now())) {
      CrawlTarget site = runner.site("flat:3", "0ms");
      Setup threads = Setup.of("threads", "threads", site, 1);
      Setup virtual = Setup.of("virtual", "virtual", site, 2);
      Setup sync = Setup.of("sync", "sync", site, 1);

      Rounds rounds = runner.measureRecorded(List.of(threads, virtual, sync), 0, 2);

      assertThat(rounds.runs(threads)).extracting(RunRecord::isWarm).containsExactly(false, true);
      assertThat(rounds.runs(virtual)).extracting(RunRecord::isWarm).containsExactly(true, true);
      assertThat(rounds.runs(sync)).extracting(RunRecord::isWarm).containsExactly(false, true);
      assertThat(rounds.requests(virtual).values()).containsOnly(4.0);
      assertThat(runner.timelines()).extracting(CrawlTimeline::variant).containsExactly("threads", "virtual", "sync");
      assertThat(runner.checked()).startsWith("Checked: 6 crawls, 24 pages; the same digest for the same work");
    }
  }

  @Test
  void aQuickLookWarmsUpEachVariantOnce() {
    try (LiveLine quiet = new LiveLine(true, 1);
        LabRunner runner = new LabRunner(QUICK, folder, quiet, Instant.now())) {
      CrawlTarget site = runner.site("flat:3", "0ms");
      Setup narrow = Setup.of("narrow", "threads", site, 1);
      Setup wide = Setup.of("wide", "threads", site, 2);

      Rounds rounds = runner.measure(List.of(narrow, wide), 1, 1);

      assertThat(rounds.runs(narrow)).extracting(RunRecord::isWarm).containsExactly(true);
      assertThat(runner.checked()).startsWith("Checked: 3 crawls");
    }
  }
}
