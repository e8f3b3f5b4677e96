package lab.crawl.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class OthersTest {
  @Test
  void itIsAShareOfTheTimeThatHasPassed() {
    long[] othersAndClock = {500, 1_000_000_000};
    Others others = new Others(() -> othersAndClock[0], () -> othersAndClock[1]);
    othersAndClock[0] += 100_000_000;
    othersAndClock[1] += 200_000_000;

    assertThat(others.percentOfOneCore()).isEqualTo(50);
    assertThat(others.had()).hasMillis(100);
  }

  @Test
  void whereClocksDifferALittleOthersHadNothing() {
    long[] othersAndClock = {500, 1_000_000_000};
    Others others = new Others(() -> othersAndClock[0], () -> othersAndClock[1]);
    othersAndClock[0] -= 5_000_000;
    othersAndClock[1] += 200_000_000;

    assertThat(others.percentOfOneCore()).isZero();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatTheLabDoesItselfIsNotOthers() {
    Others others = Others.besideThisLab().orElseThrow();
    SpinMain.spin(300);

    assertThat(others.percentOfOneCore()).isBetween(0.0, 100.0 * Runtime.getRuntime().availableProcessors() - 1);
  }

  /** Both on one core: the lab had half of it at most. That other cores of the machine were idle helped nobody. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aHogOnTheCoreThatTheLabIsPinnedToIsSeen() throws Exception {
    assumeTrue(hasTaskset(), "taskset pins a process to a core");
    Process hog = pinned("10000").start();
    try {
      // It spins by now, or soon: the one that is measured runs for long enough to meet it.
      Process lab = pinned("2000", "others").start();
      String answer = new String(lab.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(Double.parseDouble(answer.strip())).isBetween(20.0, 100.0);
    } finally {
      hog.destroyForcibly().waitFor();
    }
  }

  private static ProcessBuilder pinned(String... args) {
    String core = Integer.toString(CpuTimes.cores().nextSetBit(0));
    List<String> command = new ArrayList<>(List.of("taskset", "-c", core, Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    Stream.of("-cp", System.getProperty("java.class.path"), SpinMain.class.getName()).forEach(command::add);
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private static boolean hasTaskset() throws InterruptedException {
    try {
      return new ProcessBuilder("taskset", "-V").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
