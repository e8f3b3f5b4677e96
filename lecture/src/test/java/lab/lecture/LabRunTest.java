package lab.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import lab.compare.run.LiveLine;
import lab.crawl.cli.CrawlTarget;
import lab.lecture.bench.LabRunner;
import lab.lecture.bench.Setup;
import lab.lecture.labs.Lab;
import lab.lecture.labs.LabInfo;
import lab.lecture.labs.LabOutcome;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.Unit;
import lab.lecture.verdicts.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabRunTest {
  @TempDir private Path folder;

  /** Claim 1 is not clear in its rounds, claim 2 is. */
  private static final class Unclear implements Lab {
    @Override
    public LabInfo info() {
      return new LabInfo("unclear", "once so, once not", 1, List.of(1, 2), "which?", "nothing.");
    }

    @Override
    public LabOutcome run(LabRunner runner) {
      Figure drifting = Figure.of("speed-up", Unit.TIMES, 1, 3);
      Figure steady = Figure.of("speed-up", Unit.TIMES, 3, 3);
      return new LabOutcome(List.of(), List.of(),
          List.of(Finding.holdsIf(1, drifting.isAbove(2)), Finding.holdsIf(2, steady.isAbove(2))));
    }
  }

  /** Two setups crawl a site; whatever they find, its figures are clear. */
  private record TwoCrawls(String site, String one, String other) implements Lab {
    @Override
    public LabInfo info() {
      return new LabInfo("two-crawls", "the same site twice", 1, List.of(1), "the same?", "nothing.");
    }

    @Override
    public LabOutcome run(LabRunner runner) {
      CrawlTarget target = runner.site(site, "0ms");
      runner.measureCold(List.of(Setup.of(one, one, target, 1), Setup.of("the " + other, other, target, 1)), 1);
      return new LabOutcome(List.of(), List.of(), List.of(Finding.holdsIf(1, Figure.of("pages", Unit.COUNT, 3).isAbove(2))));
    }
  }

  @Test
  void crawlsThatFoundTheSameDecide() {
    LabResult result = result(new TwoCrawls("flat:3", "sync", "async"), true);

    assertThat(result.isSound()).isTrue();
    assertThat(result.findings()).extracting(Finding::verdict).containsExactly(Verdict.HOLDS);
    assertThat(result.checked()).startsWith("Checked: 2 crawls, 8 pages; the same digest for the same work, no page failed.");
    assertThat(result.command()).endsWith("-Dargs=\"lab two-crawls --quick\"");
  }

  @Test
  void crawlsThatDidNotFindTheSameDecideNothing() {
    LabResult result = result(new TwoCrawls("flat:3", "sync", "dropping"), true);

    assertThat(result.isSound()).isFalse();
    assertThat(result.findings()).extracting(Finding::verdictWords)
        .containsExactly("undecided here: the dropping found something else than sync on the same site");
    assertThat(result.checked()).startsWith("Checked: 2 crawls, 7 pages; the dropping found something else than sync on the same site.");
  }

  @Test
  void pagesThatFailedLeaveEverythingUndecided() {
    LabResult result = result(new TwoCrawls("synthetic:20", "sync", "async"), true);

    assertThat(result.isSound()).isFalse();
    assertThat(result.findings()).extracting(Finding::verdictWords).singleElement().asString()
        .startsWith("undecided here: ").contains(" pages failed with sync; ").doesNotContain("something else");
  }

  @Test
  void whatAQuickLookLeavesUndecidedIsForTheWholeLab() {
    assertThat(verdicts(true)).containsExactly(
        "undecided here: a quick look is too short for that: run the lab without --quick", "holds");
  }

  @Test
  void whatTheWholeLabLeavesUndecidedIsForAnotherMachine() {
    assertThat(verdicts(false)).containsExactly(
        "undecided here: not clearly so and not clearly not: a quieter machine, or one with more cores, would decide", "holds");
  }

  private List<String> verdicts(boolean quick) {
    return result(new Unclear(), quick).findings().stream().map(Finding::verdictWords).toList();
  }

  private LabResult result(Lab lab, boolean quick) {
    try (LiveLine quiet = new LiveLine(true, 1)) {
      return LabRun.of(lab, quick, new LabFiles(folder), quiet, Instant.now());
    }
  }
}
