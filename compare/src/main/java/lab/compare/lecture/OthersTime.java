package lab.compare.lecture;

import java.util.function.LongSupplier;
import java.util.stream.Stream;
import lab.crawl.measure.ClientProcesses;
import oshi.hardware.CentralProcessor.TickType;
import oshi.util.driver.linux.proc.CpuStat;

/**
 * How much processor time others had while something was measured, counted from when this was made: what the host of a virtual
 * machine gave to others ("steal" in Linux's {@code /proc/stat}), and perhaps what other programs on this machine used. On
 * systems without such a file it is always 0.
 */
final class OthersTime {
  /** USER_HZ is 100 on all processors that Linux runs a JVM on (man 5 proc_stat). */
  private static final long NANOS_PER_TICK = 10_000_000;

  private final LongSupplier allTicks;
  private final LongSupplier ownNanos;
  private final LongSupplier clock;
  private final long beginTicks;
  private final long beginOwn;
  private final long begin;

  /**
   * Begins to count, by these clocks.
   *
   * @param allTicks processor time that anybody had, in hundredths of a second
   * @param ownNanos what of it was this lab's
   * @param clock the time
   */
  OthersTime(LongSupplier allTicks, LongSupplier ownNanos, LongSupplier clock) {
    this.allTicks = allTicks;
    this.ownNanos = ownNanos;
    this.clock = clock;
    this.beginOwn = ownNanos.getAsLong();
    this.beginTicks = allTicks.getAsLong();
    this.begin = clock.getAsLong();
  }

  /** What the host gave away alone: for measurements whose processes end meanwhile, and take with them what they used. */
  static OthersTime stolen() {
    return new OthersTime(() -> ticks(TickType.STEAL), () -> 0, System::nanoTime);
  }

  /** That, and what all programs had but this JVM and what it started: those processes must live until this is asked. */
  static OthersTime besideThisLab() {
    ClientProcesses lab = ClientProcesses.ofThis();
    return new OthersTime(
        () -> ticks(TickType.STEAL, TickType.USER, TickType.NICE, TickType.SYSTEM), () -> lab.cpuTime().toNanos(), System::nanoTime);
  }

  /** Read from the file itself: what OSHI's processor says may be 300 ms old, which is longer than some crawls. */
  private static long ticks(TickType... kinds) {
    long[] ticks = CpuStat.getSystemCpuLoadTicks();
    return Stream.of(kinds).mapToLong(kind -> ticks[kind.getIndex()]).sum();
  }

  /** What others had of all cores ÷ the time that has passed; 100 % is one core that was missing all the time. */
  double percentOfOneCore() {
    long all = NANOS_PER_TICK * (allTicks.getAsLong() - beginTicks);
    long own = ownNanos.getAsLong() - beginOwn;
    return 100.0 * Math.max(0, all - own) / (clock.getAsLong() - begin);
  }
}
