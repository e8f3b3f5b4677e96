package lab.lecture.bench;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;
import lab.crawl.measure.ClientProcesses;
import lab.crawl.measure.CpuTimes;

/**
 * How much processor time others had while something was measured, counted from when this was made: other programs, and the host of a
 * virtual machine. It goes by Linux's {@code /proc/stat}; where there is none, others have nothing.
 */
final class OthersTime {
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
    return new OthersTime(() -> nanos(CpuTimes::stolen), System::nanoTime);
  }

  /**
   * What this lab could not have had: all of the time of the cores that it may use, but what this JVM and the processes that it
   * started had, and what nobody had. Those processes must live until this is asked.
   */
  static OthersTime besideThisLab() {
    if (CpuTimes.now().isEmpty()) {
      return new OthersTime(() -> 0, System::nanoTime);
    }
    ClientProcesses lab = ClientProcesses.ofThis();
    int cores = Runtime.getRuntime().availableProcessors();
    return new OthersTime(() -> cores * System.nanoTime() - lab.cpuTime().toNanos() - nobodys(), System::nanoTime);
  }

  /** Interrupts are counted apart, and are nobody's: most come of what the lab itself sends and receives. */
  private static long nobodys() {
    return nanos(times -> times.idle().plus(times.interrupts()));
  }

  private static long nanos(Function<CpuTimes, Duration> kind) {
    return CpuTimes.now().map(kind).orElse(Duration.ZERO).toNanos();
  }

  /** What others had ÷ the time that has passed; 100 % is one core that was missing all the time. */
  double percentOfOneCore() {
    long had = others.getAsLong() - othersAtBegin;
    return 100.0 * Math.max(0, had) / (clock.getAsLong() - begin);
  }
}
