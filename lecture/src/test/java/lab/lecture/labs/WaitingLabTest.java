package lab.lecture.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class WaitingLabTest {

  @Test
  @EnabledOnOs(OS.LINUX)
  void threadsGoToThreeQuartersOfAllProcessIds() throws IOException {
    try (BufferedReader words = new ProcessBuilder("cat", "/proc/sys/kernel/pid_max").start().inputReader()) {
      long ids = Long.parseLong(words.readLine());
      assertThat((long) WaitingLab.mostThreads()).isEqualTo(Math.clamp(ids * 3 / 4_000 * 1_000, 10_000, 30_000));
    }
  }
}
