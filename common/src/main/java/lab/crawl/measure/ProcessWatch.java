package lab.crawl.measure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lab.crawl.measure.ProcessFigures.OneProcess;

/**
 * Watches the client's processes from a thread of its own: the highest figures, and the CPU time as it is used. It looks ten
 * times a second: a peak shorter than that may be missed.
 *
 * <p>The lock is this object's monitor: it guards all fields that change.
 */
public final class ProcessWatch implements AutoCloseable {
  private static final int PERIOD_MILLIS = 100;

  /** CPU time is counted in steps of 10 ms: over a shorter time than this, one step more or less would say too much. */
  private static final long LEAST_NANOS = 50_000_000;

  /** What all cores together can be busy. */
  private static final double MOST_PERCENT = 100.0 * Runtime.getRuntime().availableProcessors();

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
   * @param cpuPercent CPU time ÷ time; 100 is one core busy all the time, and more than all cores is never said
   */
  public record Sample(long at, double cpuPercent) {}

  private final ProcessFigures figures = ProcessFigures.here();
  private final ClientProcesses client;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("process-watch").factory());
  private Look last;
  private Peak peak;
  private final List<Sample> samples = new ArrayList<>();
  private boolean paused;
  private RuntimeException failure;

  /** Watches a client from now on. */
  public ProcessWatch(ClientProcesses client) {
    this.client = client;
    reset();
    // Not at a fixed rate: after a slow look the next ones would follow at once, to catch up.
    timer.scheduleWithFixedDelay(this::update, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Forgets what was seen and begins anew with what is so now. */
  public synchronized void reset() {
    paused = false;
    last = look();
    peak = last.peak();
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

  private synchronized void update() {
    if (paused) {
      return;
    }
    try {
      Look now = look();
      peak = peak.max(now.peak());
      if (now.nanos - last.nanos >= LEAST_NANOS) {
        samples.add(new Sample(now.at, now.cpuPercentSince(last)));
        last = now;
      }
    } catch (RuntimeException e) {
      // Thrown on, it would end the timer without a word; so it is kept until somebody asks.
      failure = e;
    }
  }

  private Look look() {
    Map<Long, OneProcess> processes = new HashMap<>();
    // What has ended since it was listed has no figures.
    client.all().map(ProcessHandle::pid)
        .forEach(pid -> figures.process(pid).ifPresent(process -> processes.put(pid, process)));
    return new Look(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()), System.nanoTime(), processes);
  }

  /**
   * All processes of the client at one time.
   *
   * @param at that time in microseconds since 1970, for a reader
   * @param nanos the same as {@link System#nanoTime()} counts, for differences: a clock that is put right may run backwards
   */
  record Look(long at, long nanos, Map<Long, OneProcess> processes) {
    Peak peak() {
      return processes.values().stream()
          .map(process -> new Peak(process.threads(), process.rssBytes()))
          .reduce(new Peak(0, 0), (a, b) -> new Peak(a.threads + b.threads, a.rssBytes + b.rssBytes));
    }

    /** What a process used that has ended since is lost; of one that has begun since, all counts. */
    double cpuPercentSince(Look before) {
      long millis = 0;
      for (Map.Entry<Long, OneProcess> process : processes.entrySet()) {
        OneProcess earlier = before.processes.get(process.getKey());
        millis += process.getValue().cpuMillis() - (earlier == null ? 0 : earlier.cpuMillis());
      }
      return Math.clamp(100.0 * millis * 1_000_000 / (nanos - before.nanos), 0, MOST_PERCENT);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
