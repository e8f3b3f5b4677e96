package lab.lecture.bench;

import java.util.concurrent.TimeUnit;
import lab.crawl.Body;
import lab.crawl.stage.Checksum;

/** How fast this machine computes: measured when it is first asked for. */
final class Calibration {
  /** About what a page of a {@code flat:} site has. */
  private static final byte[] PAGE = new byte[1_400];
  private static final int ROUNDS = 1_000;

  private Calibration() {}

  /** Holds a measurement; the JVM makes it when the class is first used. */
  private static final class Thorough {
    private static final double ROUNDS_PER_MILLI = roundsPerMilli(1_500);
  }

  /** The same. */
  private static final class Quick {
    private static final double ROUNDS_PER_MILLI = roundsPerMilli(500);
  }

  /** As {@link LabRunner#checksumRounds} says, at least 1. */
  static int checksumRounds(double millis, boolean quick) {
    return (int) Math.max(1, Math.round(millis * (quick ? Quick.ROUNDS_PER_MILLI : Thorough.ROUNDS_PER_MILLI)));
  }

  /** The quickest of many: what disturbs a measurement only makes it longer, and the first ones are not compiled yet. */
  private static double roundsPerMilli(long lengthMillis) {
    long begin = System.nanoTime();
    long quickest = Long.MAX_VALUE;
    while (System.nanoTime() - begin < TimeUnit.MILLISECONDS.toNanos(lengthMillis)) {
      long before = System.nanoTime();
      Checksum.of(Body.of(PAGE), ROUNDS);
      quickest = Math.min(quickest, System.nanoTime() - before);
    }
    return ROUNDS * 1e6 / quickest;
  }
}
