package lab.compare.lecture;

import java.util.function.LongSupplier;
import oshi.hardware.CentralProcessor.TickType;
import oshi.util.driver.linux.proc.CpuStat;

/**
 * How much processor time the host of a virtual machine gave to others while this one wanted it: "steal" in Linux's
 * {@code /proc/stat}, counted from when this was made. On other systems, and on real machines, it is always 0.
 */
final class StolenTime {
  /** USER_HZ is 100 on all processors that Linux runs a JVM on (man 5 proc_stat). */
  private static final int MILLIS_PER_TICK = 10;

  private final LongSupplier ticks;
  private final LongSupplier nanos;
  private final long beginTicks;
  private final long beginNanos;

  /** Begins to count. */
  StolenTime() {
    // From the file itself: what OSHI's processor says may be 300 ms old, which is longer than some crawls.
    this(() -> CpuStat.getSystemCpuLoadTicks()[TickType.STEAL.getIndex()], System::nanoTime);
  }

  /** The same by other clocks. */
  StolenTime(LongSupplier ticks, LongSupplier nanos) {
    this.ticks = ticks;
    this.nanos = nanos;
    this.beginTicks = ticks.getAsLong();
    this.beginNanos = nanos.getAsLong();
  }

  /** What was stolen from all cores ÷ the time that has passed; 100 % is one core that was missing all the time. */
  double percentOfOneCore() {
    double elapsedMillis = (nanos.getAsLong() - beginNanos) / 1e6;
    return 100 * MILLIS_PER_TICK * (ticks.getAsLong() - beginTicks) / elapsedMillis;
  }
}
