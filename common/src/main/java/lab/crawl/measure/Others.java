package lab.crawl.measure;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How much processor time others had while something was measured, counted from when this was made: other programs, and the host of a
 * virtual machine. It goes by what Linux says of the cores that this process may use, so that it is right on a core of its own and in a
 * container as well; on other systems nobody knows.
 */
public final class Others {
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
  public Others(LongSupplier others, LongSupplier clock) {
    this.others = others;
    this.clock = clock;
    this.othersAtBegin = others.getAsLong();
    this.begin = clock.getAsLong();
  }

  /** What the host gave away ("steal") alone: for measurements whose processes end meanwhile, and take with them what they used. */
  public static Others stolen() {
    return new Others(() -> CpuTimes.now().map(CpuTimes::stolen).orElse(Duration.ZERO).toNanos(), System::nanoTime);
  }

  /**
   * What this lab could not have had: all of the time of the cores that it may use, but what this JVM and the processes that it
   * started had, and what nobody had. Those processes must live until this is asked. Empty where nobody knows.
   */
  public static Optional<Others> besideThisLab() {
    if (CpuTimes.now().isEmpty()) {
      return Optional.empty();
    }
    ClientProcesses lab = ClientProcesses.ofThis();
    int cores = Runtime.getRuntime().availableProcessors();
    return Optional.of(new Others(() -> cores * System.nanoTime() - lab.cpuTime().toNanos() - nobodys(), System::nanoTime));
  }

  /** Interrupts are counted apart, and are nobody's: most come of what the lab itself sends and receives. */
  private static long nobodys() {
    CpuTimes now = CpuTimes.now().orElseThrow();
    return now.idle().plus(now.interrupts()).toNanos();
  }

  /** What they had by now, of all cores together. */
  public Duration had() {
    return Duration.ofNanos(Math.max(0, others.getAsLong() - othersAtBegin));
  }

  /** The same ÷ the time that has passed; 100 % is one core that was missing all the time. */
  public double percentOfOneCore() {
    return 100.0 * had().toNanos() / (clock.getAsLong() - begin);
  }
}
