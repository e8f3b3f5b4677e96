package lab.compare.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few kills of each design; {@code exec:exec@kill-matrix} does many. */
class KillMatrixTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sync", "threads", "virtual", "async", "async-offload", "procs"})
  void nothingShowsOfKillsAtRandomMoments(String variant) {
    try (KillMatrix matrix = new KillMatrix(folder, new Random(variant.hashCode()))) {
      assertNothingShows(matrix.cell(variant, Kill.AT_RANDOM, 2), 2);
      assertNothingShows(matrix.cell(variant, variant.equals("procs") ? Kill.WORKERS_TOO : Kill.TERMINATED, 2), 2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"threads", "procs"})
  void nothingShowsOfAKillAtItsMoment(String variant) {
    try (KillMatrix matrix = new KillMatrix(folder, new Random(variant.hashCode()))) {
      Arrays.stream(Kill.values()).filter(kill -> !kill.isAtRandom()).forEach(kill -> assertNothingShows(matrix.cell(variant, kill, 1), 1));
    }
  }

  private static void assertNothingShows(KillMatrix.Cell cell, int times) {
    assertThat(cell.problems()).as(cell.variant() + ", " + cell.kill().words()).isEmpty();
    assertThat(cell.kills()).isGreaterThanOrEqualTo(times);
  }
}
