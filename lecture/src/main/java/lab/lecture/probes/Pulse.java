package lab.lecture.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The beats of a heart: when they came. One thread beats; another may read what is recorded once it has waited for that thread's
 * last beat.
 */
final class Pulse {
  private static final int STEADY = 20;

  private final List<Long> beats = new ArrayList<>();
  private final CountDownLatch steady = new CountDownLatch(STEADY);

  /** Beats now. */
  void beat() {
    beats.add(System.nanoTime());
    steady.countDown();
  }

  /** Waits until it has beaten a few times. */
  void awaitSteady() throws InterruptedException {
    steady.await();
  }

  /** The longest time between two beats of which the later came after a time, in nanoseconds. */
  long largestGapSince(long time) {
    long largest = 0;
    for (int i = 1; i < beats.size(); i++) {
      if (beats.get(i) - time >= 0) {
        largest = Math.max(largest, beats.get(i) - beats.get(i - 1));
      }
    }
    return largest;
  }

  /** How many beats came from one time to another. */
  long between(long from, long to) {
    return beats.stream().filter(beat -> beat - from >= 0 && to - beat >= 0).count();
  }
}
