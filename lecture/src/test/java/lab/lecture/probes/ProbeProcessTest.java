package lab.lecture.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import lab.compare.CommandLineRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeProcessTest {

  @Test
  void aProbeThatThrowsIsNamed() {
    // More than the heap holds.
    assertThatThrownBy(() -> ProbeProcess.run("array-sum", "16000"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("probe array-sum failed: its JVM ended; what it printed is above");
  }

  @Test
  void aProbeThatTakesTooLongIsNamedAndEnded() {
    long before = ProcessHandle.current().descendants().count();
    assertThatThrownBy(() -> ProbeProcess.run(Duration.ofSeconds(1), "heartbeat", "loop", "600000"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("probe heartbeat failed: no answer within 1 s");
    assertThat(ProcessHandle.current().descendants()).hasSize((int) before);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "nonesuch|no probe nonesuch: there are array-sum, heartbeat, holding-server, jvm-threads, lost-updates, messages, sleepers, "
          + "static-counter, waiting-fetches",
      "heartbeat nobody|who must be one of platform, virtual, loop, not nobody",
      "heartbeat|who must be one of platform, virtual, loop, not nothing",
      "sleepers platform many|count must be a whole number from 1 to 20000, not many",
      "sleepers platform 20001|count must be a whole number from 1 to 20000, not 20001",
      "static-counter 0|threads must be a whole number from 1 to 1000, not 0",
  })
  void wrongUsageIsOneLine(String arguments, String message) {
    CommandLineRun run = CommandLineRun.of(ProbeMain.class, arguments.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).containsExactly(message);
    assertThat(run.out()).isEmpty();
  }
}
