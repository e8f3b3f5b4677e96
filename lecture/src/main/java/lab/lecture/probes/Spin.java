package lab.lecture.probes;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A task that keeps a core busy and never waits. Some threads share it: the time begins when all are at it, so that for all of it
 * they all are.
 */
final class Spin implements Runnable {
  private final int spinners;
  private final long nanos;
  private final AtomicInteger spinning = new AtomicInteger();
  private volatile long begun;

  /** For so many threads to run at the same time, for so long from when the last has come. */
  Spin(int spinners, int millis) {
    this.spinners = spinners;
    this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Override
  public void run() {
    if (spinning.incrementAndGet() == spinners) {
      begun = System.nanoTime();
      spinning.incrementAndGet();
    }
    while (spinning.get() <= spinners || System.nanoTime() - begun < nanos) {
      Thread.onSpinWait();
    }
  }

  /** Since when all have been spinning, as {@link System#nanoTime()} counts. */
  long begun() {
    return begun;
  }

  /** Until when all were. */
  long ended() {
    return begun + nanos;
  }
}
