package lab.lecture.probes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each probe, small, in a JVM of its own as the labs run it. */
class ProbesTest {
  private static final double CORES = Runtime.getRuntime().availableProcessors();

  @Test
  void sumsAndChecksumsByOneThreadAndByAll() {
    Map<String, Double> figures = ProbeProcess.run("array-sum", "8", "3");
    assertThat(figures).containsOnlyKeys(
        "sum1Millis", "sumNMillis", "checksum1Millis", "checksumNMillis", "sumSpeedUp", "checksumSpeedUp",
        "sumBestSpeedUp", "checksumBestSpeedUp", "sumNCoresUsed", "checksumNCoresUsed",
        "oneThreadGigabytesPerSecond", "gigabytesPerSecond", "cachedMillis", "uncachedToCached", "cachedWholeToHalf", "cores");
    // Not positive: the CPU time of runs as short as these may be counted as none.
    assertThat(figures.values()).allSatisfy(figure -> assertThat(figure).isFinite().isNotNegative());
    assertThat(figures.get("sumSpeedUp") * figures.get("sumNMillis")).isCloseTo(figures.get("sum1Millis"), within());
    assertThat(figures.get("gigabytesPerSecond") * figures.get("sumNMillis")).isCloseTo(8, within());
    assertThat(figures).containsEntry("cores", CORES);
  }

  @Test
  void onlyTheRightLockLosesNothing() {
    Map<String, Double> figures = ProbeProcess.run("lost-updates", "2", "2000000");
    assertThat(figures).containsEntry("expected", 4e6).containsEntry("threads", 2.0).containsEntry("rightLost", 0.0);
    assertThat(figures.get("noneLost")).isPositive().isLessThan(4e6);
    assertThat(figures.get("wrongLost")).isPositive().isLessThan(4e6);
  }

  @Test
  void aMessageToAnotherProcessAndItsAnswerTakeTheirTime() {
    assertThat(ProbeProcess.run("messages", "20"))
        .containsEntry("messages", 20.0)
        .hasEntrySatisfying("micros", micros -> assertThat(micros).isPositive());
  }

  @Test
  void aLoneThreadLosesNothing() {
    assertThat(ProbeProcess.run("lost-updates", "1", "1000"))
        .containsEntry("expected", 1000.0)
        .containsEntry("noneLost", 0.0)
        .containsEntry("wrongLost", 0.0);
  }

  @Test
  void threadsShareAStaticCounter() {
    assertThat(ProbeProcess.run("static-counter", "8")).containsEntry("counter", 8.0).containsEntry("threads", 8.0);
  }

  @Test
  void processesDoNot() {
    List<Map<String, Double>> processes = ProbeProcess.runTogether(3, "static-counter", "1");
    assertThat(processes).hasSize(3).allSatisfy(figures -> assertThat(figures).containsEntry("counter", 1.0));
    assertThat(processes).extracting(figures -> figures.get("pid")).doesNotHaveDuplicates();
  }

  @Test
  void aJvmHasThreadsThatNobodyStarted() {
    Map<String, Double> figures = ProbeProcess.run("jvm-threads");
    assertThat(figures).containsOnlyKeys("osThreads", "javaThreads", "started", "cores").containsEntry("started", 0.0);
    assertThat(figures.get("javaThreads")).isGreaterThan(1);
    assertThat(figures.get("osThreads")).isGreaterThan(figures.get("javaThreads"));
  }

  @Test
  void aPlatformThreadThatWaitsIsOneOfTheOperatingSystem() {
    Map<String, Double> figures = ProbeProcess.run("sleepers", "platform", "300");
    assertThat(figures).containsEntry("asked", 300.0).containsEntry("waiting", 300.0);
    assertThat(figures.get("osThreads")).isGreaterThan(300);
    assertThat(figures).containsKeys("rssBeforeBytes", "rssBytes", "startMillis", "bytesPerThread");
  }

  @Test
  void aVirtualThreadThatWaitsIsNone() {
    Map<String, Double> figures = ProbeProcess.run("sleepers", "virtual", "20000");
    assertThat(figures).containsEntry("asked", 20_000.0).containsEntry("waiting", 20_000.0);
    assertThat(figures.get("osThreads")).isLessThan(20_000);
    assertThat(figures.get("rssBytes")).isGreaterThan(1e6);
  }

  /** A thread each, or none, give or take the JVM's own. Of bytes nothing is said that a busy machine could change. */
  @ParameterizedTest
  @CsvSource({"threads, 40", "virtual, 0", "loop, 0"})
  void fetchesThatWaitAreHeldTogether(String design, int threads) {
    try (ProbeProcess server = ProbeProcess.start(List.of(), "holding-server", 3)) {
      int port = server.figures(Duration.ofMinutes(2)).get("port").intValue();
      try (ProbeProcess client = ProbeProcess.start(List.of(), "waiting-fetches", design, 40, 3, port, 3, port, 1)) {
        Map<String, Double> figures = client.figures(Duration.ofMinutes(2));

        assertThat(figures).containsEntry("waiting", 40.0);
        assertThat(figures.get("threads")).isBetween(threads - 20.0, threads + 19.0);
        assertThat(figures.get("objectBytes")).isPositive();
        assertThat(figures).containsKeys(
            "outsideBytes", "continuationBytes", "bufferBytes", "askMicros", "answerMicros", "pingMicros", "pingAmidMicros");
      }
    }
  }

  @Test
  void theHeapIsCountedByKinds() {
    String histogram = """
         num     #instances         #bytes  class name (module)
        -------------------------------------------------------
           1:           100           8200  [B (java.base@25.0.3)
           2:             7            960  jdk.internal.vm.StackChunk (java.base@25.0.3)
           3:             2             48  okio.Buffer
           4:             1             16  [Ljava.lang.Object; (java.base@25.0.3)
        Total           110           9224
        """;

    assertThat(HeapCount.of(histogram)).isEqualTo(new HeapCount(960, 8_200, 64));
  }

  /** Nothing is said of how long its gaps are: that is up to the operating system, and to who else is on this machine. */
  @Test
  void aPlatformThreadBeatsOnAmongSpinners() {
    Map<String, Double> figures = ProbeProcess.run("heartbeat", "platform", "1000");
    assertThat(figures.get("beats")).isPositive();
    assertThat(figures).containsEntry("spinMillis", 1000.0).containsEntry("spinners", 2 * CORES).containsEntry("cores", CORES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"virtual", "loop"})
  void whatIsNotInterruptedStopsTheHeart(String who) {
    Map<String, Double> figures = ProbeProcess.run("heartbeat", who, "100");
    assertThat(figures.get("largestGapMillis")).isGreaterThanOrEqualTo(100);
    assertThat(figures).containsEntry("beats", 0.0);
  }

  private static Percentage within() {
    return Percentage.withPercentage(0.1);
  }
}
