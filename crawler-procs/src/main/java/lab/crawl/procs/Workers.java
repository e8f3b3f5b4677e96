package lab.crawl.procs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lab.crawl.CrawlPlan;
import lab.crawl.Spool;
import lab.crawl.procs.WorkerProcess.Event;

/** A parent's workers: those that start, those that are idle, and those that have a page. Belongs to the thread that crawls. */
final class Workers {
  static final int DEATHS_TO_GIVE_UP = 3;

  /**
   * Started all at once they share the cores, and the first is hardly ready before the last: on 2 cores a crawl of 17 pages
   * took 1.8 times as long with 16 starting at once as with 2.
   */
  private static final int MOST_STARTING = Runtime.getRuntime().availableProcessors();

  /** A worker that is not ready by then hangs. */
  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  /** Idle workers end at once, but the one that writes the archive may take a moment. */
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  private final CrawlPlan plan;
  private final BlockingQueue<Event> mailbox = new LinkedBlockingQueue<>();
  private final Set<WorkerProcess> all = new HashSet<>();
  private final Set<WorkerProcess> starting = new HashSet<>();
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private boolean everStarted;
  private int deadStarts;

  Workers(CrawlPlan plan) {
    this.plan = plan;
  }

  /** Starts workers for so many pages that wait, a few at a time and no more than the plan is wide. */
  void startFor(int pages) {
    while (starting.size() < Math.min(pages, MOST_STARTING) && all.size() < plan.concurrency()) {
      start();
    }
  }

  private void start() {
    try {
      WorkerProcess worker = WorkerProcess.start(WorkerCommand.of(!everStarted), plan, LONGEST_START, mailbox);
      all.add(worker);
      starting.add(worker);
      everStarted = true;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a worker: " + e.getMessage(), e);
    }
  }

  boolean isAnyIdle() {
    return !idle.isEmpty();
  }

  /** The one that was idle last: it is the warmest. */
  WorkerProcess takeIdle() {
    return idle.pop();
  }

  void isIdle(WorkerProcess worker) {
    idle.push(worker);
  }

  /** It is idle from now on; false if it was so already. */
  boolean isReady(WorkerProcess worker) {
    deadStarts = 0;
    idle.push(worker);
    return starting.remove(worker);
  }

  /**
   * Waits for the next event, and kills whoever should have answered by now: what a thread can't be, a process can. Its death comes as an
   * event.
   *
   * @param longest how long to wait at most
   * @return empty if none came; of a worker that was killed before there may still be news, but nobody waits for it
   */
  Optional<Event> await(Duration longest) throws InterruptedException {
    Duration first = all.stream().map(WorkerProcess::untilDeadline).min(Comparator.naturalOrder()).orElse(longest);
    Event event = mailbox.poll(Math.min(first.toNanos(), longest.toNanos()), TimeUnit.NANOSECONDS);
    all.stream().filter(worker -> worker.untilDeadline().isZero()).forEach(WorkerProcess::kill);
    return Optional.ofNullable(event).filter(news -> all.contains(news.worker()));
  }

  /**
   * A worker has died.
   *
   * @throws UncheckedIOException if it is the last of several that ended before they were ready
   */
  void bury(WorkerProcess worker, int exitCode) {
    Spool.removeLeftBy(worker.pid(), plan.work().out());
    all.remove(worker);
    idle.remove(worker);
    if (starting.remove(worker) && ++deadStarts == DEATHS_TO_GIVE_UP) {
      String line = "cannot start a worker: " + DEATHS_TO_GIVE_UP + " ended before they were ready, the last with exit code "
          + exitCode + ": " + WorkerCommand.shown();
      throw new UncheckedIOException(line, new IOException(line));
    }
  }

  /** Lets them end by themselves, and those that don't otherwise. */
  void close() {
    starting.forEach(WorkerProcess::kill);
    all.forEach(WorkerProcess::letEnd);
    awaitAll();
    killAll();
  }

  void killAll() {
    all.forEach(WorkerProcess::kill);
    // What was killed is gone in a moment, and an interrupted thread too must not leave before.
    boolean interrupted = Thread.interrupted();
    awaitAll();
    all.forEach(worker -> Spool.removeLeftBy(worker.pid(), plan.work().out()));
    all.clear();
    starting.clear();
    idle.clear();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Does not wait, or no longer, if this thread is interrupted. */
  private void awaitAll() {
    long deadline = System.nanoTime() + LONGEST_END.toNanos();
    try {
      for (WorkerProcess worker : all) {
        worker.awaitEnd(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
