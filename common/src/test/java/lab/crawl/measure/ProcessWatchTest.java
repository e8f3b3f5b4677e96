package lab.crawl.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.crawl.measure.ProcessFigures.OneProcess;
import lab.crawl.measure.ProcessWatch.Look;
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

  @Test
  void looksThatFollowAtOnceGiveNoSample() {
    try (ProcessWatch watch = new ProcessWatch(ClientProcesses.ofThis(Optional.empty()))) {
      await().until(() -> !watch.samples().isEmpty());
      // Each asks for a look of its own.
      for (int i = 0; i < 20; i++) {
        watch.peak();
      }
      await().until(() -> watch.samples().size() > 2);

      List<Long> times = watch.samples().stream().map(ProcessWatch.Sample::at).toList();
      for (int i = 1; i < times.size(); i++) {
        // 50 ms, and the clock that says so may be put right meanwhile.
        assertThat(times.get(i) - times.get(i - 1)).isGreaterThan(40_000);
      }
    }
  }

  @Test
  void aShareOfTheTimeIsNeverMoreThanAllCores() {
    int cores = Runtime.getRuntime().availableProcessors();

    assertThat(percent(0, 30)).isEqualTo(30);
    assertThat(percent(500, 530)).isEqualTo(30);
    assertThat(percent(0, 100 * cores + 50)).isEqualTo(100 * cores);
    // Another process may have got the id of one that has ended.
    assertThat(percent(500, 10)).isZero();
  }

  @Test
  void whatBeganSinceCountsAndWhatEndedIsLost() {
    Look before = look(0, Map.of(1L, cpu(100), 2L, cpu(70)));
    Look after = look(100, Map.of(1L, cpu(110), 3L, cpu(20)));

    assertThat(after.cpuPercentSince(before)).isEqualTo(30);
  }

  /** Of a process that had used so many milliseconds, and 100 ms later so many. */
  private static double percent(long millisBefore, long millisAfter) {
    return look(100, Map.of(1L, cpu(millisAfter))).cpuPercentSince(look(0, Map.of(1L, cpu(millisBefore))));
  }

  private static Look look(long millis, Map<Long, OneProcess> processes) {
    return new Look(0, millis * 1_000_000, processes);
  }

  private static OneProcess cpu(long millis) {
    return new OneProcess(1, 1, millis);
  }
}
