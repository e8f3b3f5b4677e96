package lab.compare.lecture;

import java.util.concurrent.TimeUnit;
import lab.crawl.stage.Checksum;

/** How fast this machine computes: measured once, when it is first asked for. */
final class Calibration {
  /** About what a page of a {@code flat:} site has. */
  private static final byte[] PAGE = new byte[1_400];
  private static final int ROUNDS = 1_000;
  private static final long LENGTH_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

  private Calibration() {}

  /** Holds the measurement; the JVM makes it when the class is first used. */
  private static final class Measured {
    private static final double ROUNDS_PER_MILLI = roundsPerMilli();
  }

  /** As {@link Bench#checksumRounds} says, at least 1. */
  static int checksumRounds(double millis) {
    return (int) Math.max(1, Math.round(millis * Measured.ROUNDS_PER_MILLI));
  }

  /** The quickest of many: what disturbs a measurement only makes it longer, and the first ones are not compiled yet. */
  private static double roundsPerMilli() {
    long begin = System.nanoTime();
    long quickest = Long.MAX_VALUE;
    while (System.nanoTime() - begin < LENGTH_NANOS) {
      long before = System.nanoTime();
      Checksum.of(PAGE, ROUNDS);
      quickest = Math.min(quickest, System.nanoTime() - before);
    }
    return ROUNDS * 1e6 / quickest;
  }
}
