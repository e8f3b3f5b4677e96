package lab.crawl.measure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Ties this JVM's {@link System#nanoTime()}, which means nothing elsewhere, to the time of day, which all processes of a
 * machine share. So two processes can tell each other when something was: one says it in microseconds since 1970, the other
 * has it in its own nanoseconds.
 *
 * <p>An anchor is off by what the clock of the day is adjusted meanwhile: take one for each crawl.
 *
 * @param epochMicros microseconds since 1970
 * @param nanos {@link System#nanoTime()} at that moment
 */
public record Anchor(long epochMicros, long nanos) {
  private static final int TRIES = 8;

  /** Ties the clocks now. A thread may lose the processor between two clocks: so the quickest of several tries counts. */
  public static Anchor now() {
    return Stream.generate(Try::make).limit(TRIES).min(Comparator.comparingLong(Try::took)).orElseThrow().anchor();
  }

  /** This JVM's nanoseconds as microseconds since 1970. */
  public long toEpochMicros(long nanoTime) {
    return epochMicros + Math.floorDiv(nanoTime - nanos, 1000L);
  }

  /** Microseconds since 1970 as this JVM's nanoseconds. */
  public long toNanos(long micros) {
    return nanos + 1000 * (micros - epochMicros);
  }

  private record Try(long before, Instant between, long after) {
    static Try make() {
      return new Try(System.nanoTime(), Instant.now(), System.nanoTime());
    }

    long took() {
      return after - before;
    }

    Anchor anchor() {
      return new Anchor(ChronoUnit.MICROS.between(Instant.EPOCH, between), before + took() / 2);
    }
  }
}
