package lab.crawl.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorTest {
  /** More than reading two clocks one after the other can cost, and far less than a clock of another origin is off. */
  private static final long TOLERANCE_MICROS = 5_000;

  /** The anchor: 5 s after 1970 was nanosecond 1000. */
  @ParameterizedTest
  @CsvSource({
      "1000, 5000000",
      "2000, 5000001",
      "1999, 5000000",
      "999, 4999999",
      "0, 4999999",
      "-1, 4999998",
      "-3000000999, 1999998",
      "4000000001000, 4005000000"})
  void nanosecondsBecomeTheMicrosecondTheyLieIn(long nanos, long micros) {
    assertThat(new Anchor(5_000_000, 1000).toEpochMicros(nanos)).isEqualTo(micros);
  }

  @ParameterizedTest
  @CsvSource({"5000000, 1000", "5000001, 2000", "4999999, 0", "4999998, -1000", "0, -4999999000"})
  void microsecondsBecomeNanoseconds(long micros, long nanos) {
    Anchor anchor = new Anchor(5_000_000, 1000);
    assertThat(anchor.toNanos(micros)).isEqualTo(nanos);
    assertThat(anchor.toEpochMicros(nanos)).as("and back").isEqualTo(micros);
  }

  /** The nanoseconds of a JVM may be negative, and those of two JVMs have nothing in common. */
  @Test
  void twoProcessesUnderstandEachOther() {
    Anchor worker = new Anchor(1_000_000, -7_000_000);
    Anchor parent = new Anchor(1_002_000, 900_000_000);
    long inWorker = -7_000_000 + 3_000_000;
    assertThat(parent.toNanos(worker.toEpochMicros(inWorker))).isEqualTo(901_000_000);
  }

  @Test
  void whatWasBetweenTwoTimesOfDayStaysBetweenThem() {
    Anchor anchor = Anchor.now();
    Instant before = Instant.now();
    long between = System.nanoTime();
    Instant after = Instant.now();
    assertThat(anchor.toEpochMicros(between))
        .isBetween(micros(before) - TOLERANCE_MICROS, micros(after) + TOLERANCE_MICROS);
    assertThat(Anchor.now().toEpochMicros(between)).as("by an anchor that is taken later")
        .isBetween(micros(before) - TOLERANCE_MICROS, micros(after) + TOLERANCE_MICROS);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
