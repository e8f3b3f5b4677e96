package lab.compare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  private static final Duration LONG = Duration.ofDays(1);
  private static final IntToDoubleFunction EQUAL = _ -> 1_000;
  private static final IntToDoubleFunction FALLING = crawl -> 10_000 - 200 * crawl;

  @Test
  void itEndsWhenTheCpuTimeHasLevelledOff() {
    assertThat(crawls(WarmUp.UNTIL_STEADY, EQUAL)).isEqualTo(10);
    assertThat(crawls(WarmUp.untilSteady(40, LONG), crawl -> crawl < 5 ? 4_000 : 1_000)).isEqualTo(15);
  }

  @Test
  void aJvmThatDoesNotLevelOffCrawlsTwentyTimes() {
    assertThat(crawls(WarmUp.UNTIL_STEADY, FALLING)).isEqualTo(20);
    assertThat(crawls(WarmUp.untilSteady(40, LONG), FALLING)).isEqualTo(40);
  }

  @Test
  void noCrawlBeginsWhenTheTimeIsOver() {
    assertThat(crawls(WarmUp.untilSteady(20, Duration.ZERO), FALLING)).isZero();
  }

  @Test
  void aNumberOfCrawlsIsThatNumber() {
    assertThat(crawls(WarmUp.of(0), EQUAL)).isZero();
    assertThat(crawls(WarmUp.of(25), EQUAL)).isEqualTo(25);
  }

  /** How many crawls it takes, if they use that much CPU time each. */
  private static int crawls(WarmUp warmUp, IntToDoubleFunction cpuMillis) {
    AtomicInteger next = new AtomicInteger();
    return warmUp.run(() -> Runs.warmUp("sync", 1, cpuMillis.applyAsDouble(next.getAndIncrement())).record()).size();
  }
}
