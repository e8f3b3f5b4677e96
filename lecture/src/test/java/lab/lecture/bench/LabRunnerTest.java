package lab.lecture.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lab.compare.run.LiveLine;
import lab.compare.run.WarmUp;
import lab.crawl.cli.CrawlTarget;
import lab.crawl.measure.RunRecord;
import lab.lecture.bench.RoundsWithRepeats.Take;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabRunnerTest {
  private static final boolean QUICK = true;

  @TempDir private Path folder;

  @Test
  void coldRoundsHaveAJvmEach() {
    try (LiveLine quiet = new LiveLine(true, 1);
        LabRunner runner = new LabRunner(!QUICK, folder, quiet, Instant.now())) {
      CrawlTarget site = runner.site("flat:3", "0ms");
      Setup narrow = Setup.of("narrow", "threads", site, 1);
      Setup wide = Setup.of("wide", "threads", site, 2);

      Rounds rounds = runner.measureCold(List.of(narrow, wide), 2);

      assertThat(rounds.runs(narrow)).extracting(RunRecord::isWarm).containsExactly(false, false);
      assertThat(rounds.runs(wide)).extracting(RunRecord::isWarm).containsExactly(false, false);
      assertThat(rounds.start(wide).values()).hasSize(2).doesNotHaveDuplicates();
      assertThat(runner.problems()).isEmpty();
    }
  }

  @Test
  void whenTimeIsUpThreeRoundsAreEnough() {
    try (LiveLine quiet = new LiveLine(true, 1);
        LabRunner runner = new LabRunner(!QUICK, folder, quiet, Instant.now())) {
      Setup sync = Setup.of("sync", "sync", runner.site("flat:3", "0ms"), 1);

      assertThat(runner.measureCold(List.of(sync), 5).runs(sync)).hasSize(3);
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

      Rounds rounds = runner.measureCold(setups, 1);

      assertThat(setups).extracting(setup -> rounds.ownThreads(setup).median()).containsExactly(0.0, 3.0, 0.0, 1.0, 2.0);
    }
  }

  @Test
  void jvmsShareTheRoundsAndAreWarmBeforeTheirFirst() {
    try (LiveLine quiet = new LiveLine(true, 1);
        LabRunner runner = new LabRunner(QUICK, folder, quiet, Instant.now())) {
      CrawlTarget site = runner.site("flat:3", "0ms");
      Setup narrow = Setup.of("narrow", "threads", site, 1);
      Setup wide = Setup.of("wide", "threads", site, 2);
      CrawlContext context = new CrawlContext(folder, quiet, new SameWork());

      List<Take<Map<Setup, Crawl>>> taken = new Interleaved(context, TimeBudget.NONE, WarmUp.untilSteady(40, Duration.ofMillis(100)), 2)
          .crawl(List.of(narrow, wide), true, 3, true).rounds();

      List<RunRecord> runs = taken.stream().map(round -> round.value().get(narrow).run()).toList();
      assertThat(runs).extracting(RunRecord::jvm).containsExactly(1, 1, 2);
      assertThat(runs).extracting(RunRecord::round).containsExactly(1, 2, 3);
      assertThat(runs).allMatch(RunRecord::isWarm);
      assertThat(runs.get(1).crawl()).as("the second round in the JVM of the first").isEqualTo(runs.get(0).crawl() + 1);
      assertThat(runs.get(2).startMillis()).as("when another JVM began").isNotEqualTo(runs.get(0).startMillis());
      assertThat(taken).allSatisfy(round -> {
        assertThat(round.value().get(wide).run().server().requests()).contains(4);
        assertThat(round.value().get(wide).timeline()).isPresent();
      });
      assertThat(context.sameWork().problems()).isEmpty();
    }
  }

  @Test
  void aWarmUpThatFailsIsNoWarmUp() {
    try (LiveLine quiet = new LiveLine(true, 1);
        LabRunner runner = new LabRunner(QUICK, folder, quiet, Instant.now())) {
      Setup unknown = Setup.of("unknown", "sync", runner.site("flat:3", "0ms"), plan -> plan.out(folder.resolve("file/below")));
      Files.writeString(folder.resolve("file"), "where a folder must be");

      assertThatThrownBy(() -> runner.measure(List.of(unknown), 1)).isInstanceOf(UncheckedIOException.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
