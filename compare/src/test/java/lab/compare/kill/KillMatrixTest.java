package lab.compare.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One crawl of each design, ended in several ways; {@code exec:exec@kill-matrix} does many. */
class KillMatrixTest {
  @TempDir static Path folder;

  private static KillMatrix matrix;

  @BeforeAll
  static void open() {
    matrix = new KillMatrix(folder, new Random(1));
  }

  @AfterAll
  static void close() {
    matrix.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "threads", "virtual", "async", "async-offload", "procs"})
  void nothingShowsOfWhatEndsADesign(String variant) {
    Kill atRandom = variant.equals("procs") ? Kill.WORKERS_TOO : Kill.AT_RANDOM;

    assertNothingShows(variant, List.of(atRandom, Kill.TERMINATED, Kill.IN_A_BODY));
  }

  /** What writes is the same code for all designs; with threads other pages are in flight meanwhile. */
  @Test
  void nothingShowsOfWhatEndsTheWriting() {
    assertNothingShows("threads", List.of(Kill.DISK_FULL, Kill.BEFORE_A_REQUEST, Kill.BODY_SAVED, Kill.RECORD_HALF_WRITTEN,
        Kill.RECORD_WRITTEN, Kill.MANIFEST_HALF_WRITTEN));
  }

  private static void assertNothingShows(String variant, List<Kill> kills) {
    KillMatrix.Cell cell = matrix.cell(variant, kills);

    assertThat(cell.problems()).isEmpty();
    assertThat(cell.kills()).isEqualTo(kills.size());
  }
}
