package lab.crawl.measure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor.TickType;
import oshi.software.os.OSProcess;

/**
 * Watches the client's processes from a thread of its own: the highest figures, and the CPU time as it is used. It looks ten
 * times a second: a peak shorter than that may be missed.
 *
 * <p>The lock is this object's monitor: it guards all fields that change.
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

  /**
   * How busy the client was between two looks.
   *
   * @param at the later look, in microseconds since 1970
   * @param cpuPercent CPU time ÷ time; 100 is one core busy all the time
   */
  public record Sample(long at, double cpuPercent) {}

  private final SystemInfo system = new SystemInfo();
  private final ClientProcesses client;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("process-watch").factory());
  private Look last;
  private Peak peak;
  private long busyBefore;
  private final List<Sample> samples = new ArrayList<>();
  private boolean paused;
  private RuntimeException failure;

  /** Watches a client from now on. */
  public ProcessWatch(ClientProcesses client) {
    this.client = client;
    reset();
    timer.scheduleAtFixedRate(this::update, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Forgets what was seen and begins anew with what is so now. */
  public synchronized void reset() {
    paused = false;
    last = look();
    peak = last.peak();
    busyBefore = machineBusyMillis();
    samples.clear();
  }

  /**
   * Looks no more until it is reset: a look costs processor time, which whoever is measured meanwhile would have to do without.
   * What was seen stays known.
   */
  public synchronized void pause() {
    paused = true;
  }

  /** The peak, with what is so now, unless it is paused. */
  public synchronized Peak peak() {
    update();
    if (failure != null) {
      throw new IllegalStateException("the client's processes could not be watched", failure);
    }
    return peak;
  }

  /** How busy the client was, from the beginning or the last reset until now. */
  public synchronized List<Sample> samples() {
    return List.copyOf(samples);
  }

  /** CPU time in milliseconds that all programs on this machine have used since the beginning or the last reset. */
  public synchronized double machineCpuMillis() {
    return machineBusyMillis() - busyBefore;
  }

  private long machineBusyMillis() {
    long[] ticks = system.getHardware().getProcessor().getSystemCpuLoadTicks();
    long idle = ticks[TickType.IDLE.getIndex()] + ticks[TickType.IOWAIT.getIndex()] + ticks[TickType.STEAL.getIndex()];
    long all = 0;
    for (long tick : ticks) {
      all += tick;
    }
    return all - idle;
  }

  private synchronized void update() {
    if (paused) {
      return;
    }
    try {
      Look now = look();
      peak = peak.max(now.peak());
      if (now.at > last.at) {
        samples.add(new Sample(now.at, now.cpuPercentSince(last)));
      }
      last = now;
    } catch (RuntimeException e) {
      // Thrown on, it would end the timer without a word; so it is kept until somebody asks.
      failure = e;
    }
  }

  private Look look() {
    Map<Integer, OSProcess> processes = new HashMap<>();
    client
        .all()
        .map(process -> system.getOperatingSystem().getProcess((int) process.pid()))
        // Ended since it was listed.
        .filter(Objects::nonNull)
        .forEach(process -> processes.put(process.getProcessID(), process));
    return new Look(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()), processes);
  }

  /** All processes of the client at one time. */
  private record Look(long at, Map<Integer, OSProcess> processes) {
    Peak peak() {
      return processes.values().stream()
          .map(process -> new Peak(process.getThreadCount(), process.getResidentMemory()))
          .reduce(new Peak(0, 0), (a, b) -> new Peak(a.threads + b.threads, a.rssBytes + b.rssBytes));
    }

    /** What a process used that has ended since is lost; of one that has begun since, all counts. */
    double cpuPercentSince(Look before) {
      long millis = 0;
      for (OSProcess process : processes.values()) {
        OSProcess earlier = before.processes.get(process.getProcessID());
        millis += cpuMillis(process) - (earlier == null ? 0 : cpuMillis(earlier));
      }
      return 100.0 * millis * 1000 / (at - before.at);
    }

    private static long cpuMillis(OSProcess process) {
      return process.getKernelTime() + process.getUserTime();
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
