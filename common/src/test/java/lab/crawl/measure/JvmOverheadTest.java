package lab.crawl.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class JvmOverheadTest {
  @Test
  @EnabledOnOs(OS.LINUX)
  void aJvmThatRunsHasCompiled() {
    JvmOverhead here = JvmOverhead.of(ProcessHandle.current().pid());

    assertThat(here.compiler()).isPositive();
    assertThat(here.collector()).isPositive();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void collectingIsTheCollectors() {
    JvmOverhead before = JvmOverhead.of(ProcessHandle.current().pid());
    System.gc();

    assertThat(JvmOverhead.of(ProcessHandle.current().pid()).since(before).collector()).isPositive();
  }

  @Test
  void whatIsNoProcessHasNone() {
    assertThat(JvmOverhead.of(Integer.MAX_VALUE)).isEqualTo(JvmOverhead.NONE);
  }

  @Test
  void whenAThreadHasEndedNothingIsTakenBack() {
    JvmOverhead less = new JvmOverhead(Duration.ofMillis(3), Duration.ofMillis(30));
    JvmOverhead more = new JvmOverhead(Duration.ofMillis(5), Duration.ofMillis(20));

    assertThat(less.since(more)).isEqualTo(new JvmOverhead(Duration.ZERO, Duration.ofMillis(10)));
    assertThat(less.plus(more).all()).isEqualTo(Duration.ofMillis(58));
  }
}
