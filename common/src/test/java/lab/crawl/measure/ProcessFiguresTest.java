package lab.crawl.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lab.crawl.measure.ProcessFigures.OneProcess;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessFiguresTest {
  private static final long PID = ProcessHandle.current().pid();

  @ParameterizedTest
  @ValueSource(strings = {"java", "two words", "(sd-pam)", ") R 1 (", "a) S 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9", ""})
  void aProcessMayHaveAnyName(String name) {
    String stat = "4711 (" + name + ") S 1 4711 4711 0 -1 4194560 90210 15 1 2 1234 56 7 8 20 0 31 0 1405 3825664 26214 1\n";

    assertThat(LinuxProcesses.parse(stat, "Name:\t" + name + "\nVmHWM:\t  111 kB\nVmRSS:\t  104856 kB\nThreads:\t31\n"))
        .isEqualTo(new OneProcess(31, 104_856L * 1024, 12_900));
  }

  @Test
  void oneThatIsAboutToEndHasNoMemory() {
    String stat = "7 (sh) Z 1 7 7 0 -1 4 0 0 0 0 3 4 0 0 20 0 1 0 1405 0 0 1\n";

    assertThat(LinuxProcesses.parse(stat, "Name:\tsh\nState:\tZ (zombie)\nThreads:\t1\n")).isEqualTo(new OneProcess(1, 0, 70));
  }

  @Test
  void oneThatHasEndedHasNoFigures() throws IOException, InterruptedException {
    Process ended = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xinternalversion")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    ended.waitFor();

    assertThat(ProcessFigures.here().process(ended.pid())).isEqualTo(Optional.empty());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void linuxFilesSayWhatOshiSays() {
    var linux = new LinuxProcesses();
    var oshi = new OshiProcesses();
    // The first look of OSHI makes threads and takes memory.
    oshi.process(PID);

    OneProcess before = linux.process(PID).orElseThrow();
    OneProcess other = oshi.process(PID).orElseThrow();
    OneProcess after = linux.process(PID).orElseThrow();

    assertThat(other.cpuMillis()).isBetween(before.cpuMillis(), after.cpuMillis());
    assertThat(after.threads()).isCloseTo(other.threads(), Percentage.withPercentage(50));
    assertThat(after.rssBytes()).isCloseTo(other.rssBytes(), Percentage.withPercentage(50));
  }
}
