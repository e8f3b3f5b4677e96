package lab.compare.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import lab.compare.LiveLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabRunTest {
  @TempDir private Path folder;

  /** Claim 1 is not clear in its rounds, claim 2 is. */
  private static final class Unclear implements Lab {
    @Override
    public Card card() {
      return new Card("unclear", "once so, once not", 1, List.of(1, 2), "which?", "nothing.");
    }

    @Override
    public LabOutcome run(Bench bench) {
      Figure drifting = Figure.of("speed-up", Unit.TIMES, 1, 3);
      Figure steady = Figure.of("speed-up", Unit.TIMES, 3, 3);
      return new LabOutcome(List.of(), List.of(),
          List.of(Finding.holdsIf(1, drifting.isAbove(2)), Finding.holdsIf(2, steady.isAbove(2))));
    }
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
    try (LiveLine quiet = new LiveLine(true, 1)) {
      LabResult result = LabRun.of(new Unclear(), quick, new LabFiles(folder), quiet, Instant.now());
      return result.findings().stream().map(Finding::verdictWords).toList();
    }
  }
}
