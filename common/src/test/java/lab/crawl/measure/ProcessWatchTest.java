package lab.crawl.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessWatchTest {

  @Test
  void whatIsWatchedHasThreadsAndMemoryAndUsesTheProcessor() {
    try (ProcessWatch watch = new ProcessWatch(ClientProcesses.ofThis(Optional.empty()))) {
      await().until(() -> watch.samples().size() > 2);

      assertThat(watch.peak().threads()).isPositive();
      assertThat(watch.peak().rssBytes()).isPositive();
      assertThat(watch.samples()).allSatisfy(sample -> assertThat(sample.cpuPercent()).isNotNegative());
    }
  }

  @Test
  void aPausedOneDoesNotLookUntilItIsReset() {
    try (ProcessWatch watch = new ProcessWatch(ClientProcesses.ofThis(Optional.empty()))) {
      await().until(() -> !watch.samples().isEmpty());
      watch.pause();
      List<ProcessWatch.Sample> seen = watch.samples();
      ProcessWatch.Peak peak = watch.peak();

      assertThat(peak.threads()).isPositive();
      // Another one's three looks are the time in which this one would have looked, too.
      try (ProcessWatch other = new ProcessWatch(ClientProcesses.ofThis(Optional.empty()))) {
        await().until(() -> other.samples().size() > 3);
      }
      assertThat(watch.samples()).isEqualTo(seen);
      assertThat(watch.peak()).isEqualTo(peak);

      watch.reset();
      await().until(() -> !watch.samples().isEmpty());
    }
  }
}
