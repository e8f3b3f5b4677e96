package lab.crawl.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuTimesTest {

  @ParameterizedTest
  @CsvSource({
    // user nice system idle iowait irq softirq steal guest guest_nice: milliseconds used, of interrupts, idle, stolen
    "'cpu3 1 0 0 0 0 0 0 0 0 0', 10, 0, 0, 0",
    "'cpu3 0 2 0 0 0 0 0 0 0 0', 20, 0, 0, 0",
    "'cpu3 0 0 3 0 0 0 0 0 0 0', 30, 0, 0, 0",
    "'cpu3 0 0 0 4 0 0 0 0 0 0', 0, 0, 40, 0",
    "'cpu3 0 0 0 0 5 0 0 0 0 0', 0, 0, 50, 0",
    "'cpu3 0 0 0 0 0 6 0 0 0 0', 60, 60, 0, 0",
    "'cpu3 0 0 0 0 0 0 7 0 0 0', 70, 70, 0, 0",
    "'cpu3 0 0 0 0 0 0 0 8 0 0', 0, 0, 0, 80",
    // A guest's time is in user as well.
    "'cpu3 9 0 0 0 0 0 0 0 9 9', 90, 0, 0, 0",
    // Kernels before 2.6.33 have fewer fields; and an hour of 1,000 cores must fit.
    "'cpu3 360000000 0 0 0 0 0 0 0', 3600000000, 0, 0, 0",
  })
  void aTickIsAHundredthOfASecond(String line, long used, long interrupts, long idle, long stolen) {
    assertThat(CpuTimes.parse(List.of(line), CpuTimes.coresOf("3"))).isEqualTo(new CpuTimes(
        Duration.ofMillis(used), Duration.ofMillis(interrupts), Duration.ofMillis(idle), Duration.ofMillis(stolen)));
  }

  @Test
  void onlyTheCoresCountThatThisProcessMayUse() {
    List<String> lines = List.of(
        "cpu  600 0 0 0 0 0 0 0 0 0", "cpu0 100 0 0 0 0 0 0 0 0 0", "cpu1 200 0 0 0 0 0 0 0 0 0", "cpu12 300 0 0 0 0 0 0 0 0 0", "intr 5 6");

    assertThat(CpuTimes.parse(lines, CpuTimes.coresOf("\t1,12\n")).used()).isEqualTo(Duration.ofMillis(5_000));
    assertThat(CpuTimes.parse(lines, CpuTimes.coresOf("0-1")).used()).isEqualTo(Duration.ofMillis(3_000));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void linuxShowsThem() {
    CpuTimes times = CpuTimes.now().orElseThrow();

    assertThat(times.used()).isPositive();
    assertThat(CpuTimes.now().orElseThrow().used()).isGreaterThanOrEqualTo(times.used());
  }
}
