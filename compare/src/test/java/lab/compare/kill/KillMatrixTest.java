package lab.compare.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A few kills of each design; {@code exec:exec@kill-matrix} does many. */
class KillMatrixTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sync", "threads", "virtual", "async", "async-offload", "procs"})
  void nothingShowsOfKillsAtRandomMoments(String variant) {
    assertNothingShows(variant, Kill.AT_RANDOM, 5);
    assertNothingShows(variant, variant.equals("procs") ? Kill.WORKERS_TOO : Kill.TERMINATED, 5);
  }

  static Stream<Arguments> moments() {
    return Arrays.stream(Kill.values()).filter(kill -> !kill.isAtRandom())
        .flatMap(kill -> Stream.of(Arguments.of("threads", kill), Arguments.of("procs", kill)));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void nothingShowsOfAKillAtItsMoment(String variant, Kill kill) {
    assertNothingShows(variant, kill, 2);
  }

  private void assertNothingShows(String variant, Kill kill, int times) {
    KillMatrix.Cell cell = new KillMatrix(folder, new Random(times)).cell(variant, kill, times);

    assertThat(cell.problems()).isEmpty();
    assertThat(cell.kills()).isGreaterThanOrEqualTo(times);
  }
}
