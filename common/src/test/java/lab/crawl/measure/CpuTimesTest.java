package lab.crawl.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuTimesTest {

  @ParameterizedTest
  @CsvSource({
    // user nice system idle iowait irq softirq steal guest guest_nice: milliseconds used, of interrupts, idle, stolen
    "'cpu  1 0 0 0 0 0 0 0 0 0', 10, 0, 0, 0",
    "'cpu  0 2 0 0 0 0 0 0 0 0', 20, 0, 0, 0",
    "'cpu  0 0 3 0 0 0 0 0 0 0', 30, 0, 0, 0",
    "'cpu  0 0 0 4 0 0 0 0 0 0', 0, 0, 40, 0",
    "'cpu  0 0 0 0 5 0 0 0 0 0', 0, 0, 50, 0",
    "'cpu  0 0 0 0 0 6 0 0 0 0', 60, 60, 0, 0",
    "'cpu  0 0 0 0 0 0 7 0 0 0', 70, 70, 0, 0",
    "'cpu  0 0 0 0 0 0 0 8 0 0', 0, 0, 0, 80",
    // A guest's time is in user as well.
    "'cpu  9 0 0 0 0 0 0 0 9 9', 90, 0, 0, 0",
    // Kernels before 2.6.33 have fewer fields; and an hour of 1,000 cores must fit.
    "'cpu  360000000 0 0 0 0 0 0 0', 3600000000, 0, 0, 0",
  })
  void aTickIsAHundredthOfASecond(String line, long used, long interrupts, long idle, long stolen) {
    assertThat(CpuTimes.parse(line)).isEqualTo(new CpuTimes(
        Duration.ofMillis(used), Duration.ofMillis(interrupts), Duration.ofMillis(idle), Duration.ofMillis(stolen)));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void linuxShowsThem() {
    CpuTimes times = CpuTimes.now().orElseThrow();

    assertThat(times.used()).isPositive();
    assertThat(CpuTimes.now().orElseThrow().used()).isGreaterThanOrEqualTo(times.used());
  }
}
