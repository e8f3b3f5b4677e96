package lab.crawl.procs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.FailureKind;
import lab.crawl.Frontier;
import lab.crawl.Lane;
import lab.crawl.Next;
import lab.crawl.Span;
import lab.crawl.SpanKind;
import lab.crawl.Visit;
import lab.crawl.Visited;
import lab.crawl.measure.Anchor;
import lab.crawl.procs.WorkerProcess.Event;
import okhttp3.HttpUrl;

/**
 * Many processes, each with one page at a time and a memory of its own. They share nothing: the parent asks, a worker
 * answers, and what they say travels as text. A worker may even be killed, and the crawl goes on.
 *
 * <p><strong>Where the mutable state lives:</strong> in the parent, in the one thread that crawls (and later closes): only it
 * touches the fields here and in {@link Crawl}. What happens elsewhere reaches it through the mailbox, one event after
 * another, so that nothing is guarded.
 */
public final class ProcsCrawler implements Crawler {
  private static final int DEATHS_TO_GIVE_UP = 3;

  /**
   * Started all at once they share the cores, and the first is hardly ready before the last: on 2 cores a crawl of 17 pages
   * took 1.8 times as long with 16 starting at once as with 2.
   */
  private static final int MOST_STARTING = Runtime.getRuntime().availableProcessors();

  /** Idle workers end at once, but the one that writes the archive may take a moment. */
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  /** A worker that is not ready by then hangs. */
  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  /** A worker that has its page for so much longer than a fetch may take hangs: generous, because only the work on a page is in it. */
  private static final Duration LONGEST_WORK = Duration.ofSeconds(30);

  private final CrawlPlan plan;
  private final Duration longestVisit;
  private final BlockingQueue<Event> mailbox = new LinkedBlockingQueue<>();
  private final Set<WorkerProcess> workers = new HashSet<>();
  private final Set<WorkerProcess> starting = new HashSet<>();
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private boolean everStarted;
  private int deadStarts;

  /** A crawler that starts at most as many workers as the plan is wide, each when there is a page for it. */
  public ProcsCrawler(CrawlPlan plan) {
    this(plan, plan.fetch().timeout().plus(LONGEST_WORK));
  }

  /** The same with another limit on how long a worker may have a page: for tests. */
  ProcsCrawler(CrawlPlan plan, Duration longestVisit) {
    this.plan = plan;
    this.longestVisit = longestVisit;
  }

  @Override
  public CrawlResult crawl(CrawlListener listener) {
    Crawl crawl = new Crawl(new Frontier(plan, listener), listener);
    try {
      crawl.visitAll();
    } catch (InterruptedException e) {
      killAll();
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      // Some workers still have a page of this crawl, which no later crawl may get.
      killAll();
      throw crawl.endedBy(e);
    }
    return crawl.result();
  }

  private void start() {
    List<String> command = WorkerCommand.of(!everStarted);
    try {
      WorkerProcess worker = WorkerProcess.start(command, plan, LONGEST_START, mailbox);
      workers.add(worker);
      starting.add(worker);
      everStarted = true;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a worker: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    starting.forEach(WorkerProcess::kill);
    workers.forEach(WorkerProcess::letEnd);
    awaitAll();
    killAll();
  }

  private void killAll() {
    workers.forEach(WorkerProcess::kill);
    // What was killed is gone in a moment, and an interrupted thread too must not leave before.
    boolean interrupted = Thread.interrupted();
    awaitAll();
    workers.clear();
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
      for (WorkerProcess worker : workers) {
        worker.awaitEnd(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One crawl: what is asked of whom. */
  private final class Crawl {
    private final Frontier frontier;
    private final CrawlListener listener;
    private final Anchor clock = Anchor.now();
    private final Map<WorkerProcess, HttpUrl> visiting = new HashMap<>();
    private final Map<HttpUrl, List<Integer>> deaths = new HashMap<>();

    Crawl(Frontier frontier, CrawlListener listener) {
      this.frontier = frontier;
      this.listener = listener;
    }

    /** Takes what comes until the last page is visited, and waits for the moments that the frontier names; the workers do the rest. */
    void visitAll() throws InterruptedException {
      for (Next next = handOut(); next != Next.OVER; next = handOut()) {
        Event event = mailbox.poll(untilMoment(next).toNanos(), TimeUnit.NANOSECONDS);
        if (event == null) {
          killOverdue();
        } else if (workers.contains(event.worker())) {
          // Of a worker that was killed there may still be news, but nobody waits for it.
          take(event);
        }
      }
    }

    /** Hands out pages as long as a worker is idle, and starts workers for the pages that wait; gives what the frontier said last. */
    private Next handOut() {
      while (!idle.isEmpty()) {
        Next next = frontier.next();
        if (!(next instanceof Next.Url(HttpUrl url))) {
          return next;
        }
        visit(idle.pop(), url);
      }
      while (starting.size() < Math.min(frontier.waiting(), MOST_STARTING) && workers.size() < plan.concurrency()) {
        start();
      }
      return frontier.isExhausted() ? Next.OVER : Next.NOTHING_YET;
    }

    /** Until the frontier's moment or until a worker must have answered, whichever is first. */
    private Duration untilMoment(Next next) {
      Stream<Duration> deadlines = workers.stream().map(WorkerProcess::untilDeadline);
      Stream<Duration> moment = next instanceof Next.NotBefore later ? Stream.of(later.fromNow()) : Stream.empty();
      return Stream.concat(deadlines, moment).min(Comparator.naturalOrder()).orElse(LONGEST_START);
    }

    /** What a thread can't be, a process can: killed. Its death comes by the mailbox, and its page goes to another. */
    private void killOverdue() {
      workers.stream().filter(worker -> worker.untilDeadline().isZero()).forEach(WorkerProcess::kill);
    }

    private void visit(WorkerProcess worker, HttpUrl url) {
      visiting.put(worker, url);
      worker.say(new Message.VisitPage(url, lane(worker).isRecorded()), longestVisit);
    }

    private void take(Event event) {
      switch (event) {
        case Event.Said(WorkerProcess worker, Message.FromWorker message) -> take(worker, message);
        case Event.Ended(WorkerProcess worker, int exitCode) -> bury(worker, exitCode);
      }
    }

    private void take(WorkerProcess worker, Message.FromWorker message) {
      worker.hasAnswered();
      switch (message) {
        case Message.Ready _ -> ready(worker);
        case Message.PageVisited(Visited visited, List<Message.Step> steps) -> {
          steps.forEach(step -> lane(worker).add(step.toSpan(visited.visit().url(), clock)));
          record(worker, visited);
        }
        case Message.CannotWrite(String line) -> throw new UncheckedIOException(line, new IOException(line));
        case Message.Bug(String stackTrace) -> fail(worker, stackTrace);
      }
    }

    private void ready(WorkerProcess worker) {
      if (!starting.remove(worker)) {
        fail(worker, "said that it is ready, twice");
      }
      deadStarts = 0;
      Lane lane = lane(worker);
      lane.add(new Span(SpanKind.START, Optional.empty(), worker.startedAt(), lane.now()));
      idle.push(worker);
    }

    private Lane lane(WorkerProcess worker) {
      return listener.lane("worker " + worker.pid());
    }

    private void record(WorkerProcess worker, Visited visited) {
      HttpUrl url = visiting.remove(worker);
      if (!visited.visit().url().equals(url)) {
        fail(worker, "was asked for " + url + " but visited " + visited.visit().url());
      }
      frontier.record(visited);
      idle.push(worker);
    }

    /** A worker has died: its page, if it had one, is done again first, until it has cost too many workers. */
    private void bury(WorkerProcess worker, int exitCode) {
      workers.remove(worker);
      idle.remove(worker);
      if (starting.remove(worker) && ++deadStarts == DEATHS_TO_GIVE_UP) {
        throw noWorkerStarts(exitCode);
      }
      HttpUrl url = visiting.remove(worker);
      if (url == null) {
        return;
      }
      List<Integer> exitCodes = deaths.computeIfAbsent(url, _ -> new ArrayList<>());
      exitCodes.add(exitCode);
      if (exitCodes.size() < DEATHS_TO_GIVE_UP) {
        frontier.putBack(url);
      } else {
        String detail = exitCodes.size() + " workers died of it, exit codes " + exitCodes;
        frontier.record(new Visited(new Visit.Failed(url, FailureKind.WORKER_DIED, 0, detail), List.of()));
      }
    }

    private UncheckedIOException noWorkerStarts(int exitCode) {
      String line = "cannot start a worker: " + DEATHS_TO_GIVE_UP + " ended before they were ready, the last with exit code "
          + exitCode + ": " + String.join(" ", WorkerCommand.of(false));
      return new UncheckedIOException(line, new IOException(line));
    }

    private void fail(WorkerProcess worker, String what) {
      throw new IllegalStateException("in worker process " + worker.pid() + ": " + what);
    }

    /** What ends the crawl other than its end or an interrupt. */
    CrawlBugException endedBy(Throwable e) {
      return frontier.endedBy(e, null);
    }

    CrawlResult result() {
      return frontier.result();
    }
  }
}
