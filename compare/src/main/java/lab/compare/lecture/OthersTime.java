package lab.compare.lecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import lab.crawl.measure.ClientProcesses;
import oshi.hardware.CentralProcessor.TickType;
import oshi.util.driver.linux.proc.CpuStat;

/**
 * How much processor time others had while something was measured, counted from when this was made: other programs, and the host of a
 * virtual machine. It goes by Linux's {@code /proc/stat}; where there is none, others have nothing.
 */
final class OthersTime {
  /** USER_HZ is 100 on all processors that Linux runs a JVM on (man 5 proc_stat). */
  private static final long NANOS_PER_TICK = 10_000_000;

  private static final Path STAT = Path.of("/proc/stat");

  private final LongSupplier others;
  private final LongSupplier clock;
  private final long begin;
  private final long othersAtBegin;

  /**
   * Begins to count, by these clocks, both in nanoseconds.
   *
   * @param others what others have had of all cores; it may run backwards a little, if it is a difference of clocks
   * @param clock the time
   */
  OthersTime(LongSupplier others, LongSupplier clock) {
    this.others = others;
    this.clock = clock;
    this.othersAtBegin = others.getAsLong();
    this.begin = clock.getAsLong();
  }

  /** What the host gave away ("steal") alone: for measurements whose processes end meanwhile, and take with them what they used. */
  static OthersTime stolen() {
    return new OthersTime(() -> nanos(TickType.STEAL), System::nanoTime);
  }

  /**
   * What this lab could not have had: all of the time of the cores that it may use, but what this JVM and the processes that it
   * started had, and what nobody had. Those processes must live until this is asked.
   */
  static OthersTime besideThisLab() {
    if (!Files.isReadable(STAT)) {
      return new OthersTime(() -> 0, System::nanoTime);
    }
    ClientProcesses lab = ClientProcesses.ofThis();
    int cores = Runtime.getRuntime().availableProcessors();
    return new OthersTime(() -> cores * System.nanoTime() - lab.cpuTime().toNanos() - nobodys(), System::nanoTime);
  }

  /** Interrupts are counted apart, and are nobody's: most come of what the lab itself sends and receives. */
  private static long nobodys() {
    return nanos(TickType.IDLE, TickType.IOWAIT, TickType.IRQ, TickType.SOFTIRQ);
  }

  /** Read from the file itself: what OSHI's processor says may be 300 ms old, which is longer than some crawls. */
  private static long nanos(TickType... kinds) {
    return Files.isReadable(STAT) ? nanos(CpuStat.getSystemCpuLoadTicks(), kinds) : 0;
  }

  /** So many nanoseconds of these kinds are in those ticks, which have a place for each kind. */
  static long nanos(long[] ticks, TickType... kinds) {
    return NANOS_PER_TICK * Stream.of(kinds).mapToLong(kind -> ticks[kind.getIndex()]).sum();
  }

  /** What others had ÷ the time that has passed; 100 % is one core that was missing all the time. */
  double percentOfOneCore() {
    long had = others.getAsLong() - othersAtBegin;
    return 100.0 * Math.max(0, had) / (clock.getAsLong() - begin);
  }
}
