package lab.crawl.measure;

import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/**
 * Watches the client's processes from a thread of its own, and keeps the highest figures seen. It looks ten times a
 * second: a peak shorter than that may be missed.
 *
 * <p>The lock is this object's monitor: it guards the peak and the failure.
 */
public final class ProcessWatch implements AutoCloseable {
  private static final int PERIOD_MILLIS = 100;

  /**
   * The highest figures since the watch began or was reset, each summed over all watched processes at one time.
   *
   * @param threads threads that the operating system knows: a JVM's own (compiler, collector) count, virtual threads don't
   * @param rssBytes resident set size: memory that is really in RAM; pages shared between processes count in each
   */
  public record Peak(int threads, long rssBytes) {
    private Peak max(Peak other) {
      return new Peak(Math.max(threads, other.threads), Math.max(rssBytes, other.rssBytes));
    }
  }

  private final OperatingSystem system = new SystemInfo().getOperatingSystem();
  private final ClientProcesses client;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("process-watch").factory());
  private Peak peak;
  private RuntimeException failure;

  /** Watches a client from now on. */
  public ProcessWatch(ClientProcesses client) {
    this.client = client;
    this.peak = look();
    timer.scheduleAtFixedRate(this::update, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Forgets the peak and begins anew with what is so now. */
  public void reset() {
    Peak now = look();
    synchronized (this) {
      peak = now;
    }
  }

  /** The peak, with what is so now. */
  public Peak peak() {
    update();
    synchronized (this) {
      if (failure != null) {
        throw new IllegalStateException("the client's processes could not be watched", failure);
      }
      return peak;
    }
  }

  private void update() {
    try {
      Peak now = look();
      synchronized (this) {
        peak = peak.max(now);
      }
    } catch (RuntimeException e) {
      // Thrown on, it would end the timer without a word; so it is kept until somebody asks.
      synchronized (this) {
        failure = e;
      }
    }
  }

  private Peak look() {
    return client
        .all()
        .map(process -> system.getProcess((int) process.pid()))
        // Ended since it was listed.
        .filter(Objects::nonNull)
        .map(ProcessWatch::figures)
        .reduce(new Peak(0, 0), (a, b) -> new Peak(a.threads + b.threads, a.rssBytes + b.rssBytes));
  }

  private static Peak figures(OSProcess process) {
    return new Peak(process.getThreadCount(), process.getResidentMemory());
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
