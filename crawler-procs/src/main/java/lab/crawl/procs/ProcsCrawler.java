package lab.crawl.procs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  /** A worker that has its page for so much longer than a fetch may take hangs: generous, because only the work on a page is in it. */
  private static final Duration LONGEST_WORK = Duration.ofSeconds(30);

  private static final Duration A_WHILE = Duration.ofMinutes(1);

  private final CrawlPlan plan;
  private final Duration longestVisit;
  private final Workers workers;

  /** A crawler that starts at most as many workers as the plan is wide, each when there is a page for it. */
  public ProcsCrawler(CrawlPlan plan) {
    this(plan, plan.fetch().timeout().plus(LONGEST_WORK));
  }

  /** The same with another limit on how long a worker may have a page: for tests. */
  ProcsCrawler(CrawlPlan plan, Duration longestVisit) {
    this.plan = plan;
    this.longestVisit = longestVisit;
    this.workers = new Workers(plan);
  }

  @Override
  public CrawlResult crawl(CrawlListener listener) {
    Crawl crawl = new Crawl(new Frontier(plan, listener), listener);
    try {
      crawl.visitAll();
    } catch (Throwable e) {
      // Some workers still have a page of this crawl, which no later crawl may get.
      workers.killAll();
      return crawl.frontier.endedBy(e);
    }
    return crawl.frontier.result();
  }

  @Override
  public void close() {
    workers.close();
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
        workers.await(next instanceof Next.NotBefore moment ? moment.fromNow() : A_WHILE).ifPresent(this::take);
      }
    }

    /** Hands out pages as long as a worker is idle, and has more started for the rest; gives what the frontier said last. */
    private Next handOut() {
      Next next = Next.NOTHING_YET;
      while (workers.isAnyIdle() && (next = frontier.next()) instanceof Next.Url(HttpUrl url)) {
        visit(workers.takeIdle(), url);
      }
      if (!workers.isAnyIdle()) {
        workers.startFor(frontier.waiting());
      }
      return frontier.isExhausted() ? Next.OVER : next;
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
        case Message.CannotWrite(String line) -> throw frontier.endedBy(new UncheckedIOException(line, new IOException(line)), visiting.get(worker));
        case Message.Bug(String stackTrace) -> fail(worker, stackTrace);
      }
    }

    private void ready(WorkerProcess worker) {
      if (!workers.isReady(worker)) {
        fail(worker, "said that it is ready, twice");
      }
      lane(worker).add(new Span(SpanKind.START, Optional.empty(), worker.startedAt(), System.nanoTime()));
    }

    private Lane lane(WorkerProcess worker) {
      return listener.lane("worker " + worker.pid());
    }

    private void record(WorkerProcess worker, Visited visited) {
      HttpUrl url = visiting.get(worker);
      if (!visited.visit().url().equals(url)) {
        fail(worker, "was asked for " + url + " but visited " + visited.visit().url());
      }
      visiting.remove(worker);
      frontier.record(visited);
      workers.isIdle(worker);
    }

    /** A worker has died: its page, if it had one, is done again first, until it has cost too many workers. */
    private void bury(WorkerProcess worker, int exitCode) {
      workers.bury(worker, exitCode);
      HttpUrl url = visiting.remove(worker);
      if (url == null) {
        return;
      }
      List<Integer> exitCodes = deaths.computeIfAbsent(url, _ -> new ArrayList<>());
      exitCodes.add(exitCode);
      if (exitCodes.size() < Workers.DEATHS_TO_GIVE_UP) {
        frontier.putBack(url);
      } else {
        String detail = exitCodes.size() + " workers died of it, exit codes " + exitCodes;
        frontier.record(new Visited(new Visit.Failed(url, FailureKind.WORKER_DIED, 0, detail), List.of()));
      }
    }

    private void fail(WorkerProcess worker, String what) {
      throw frontier.endedBy(new IllegalStateException("in worker process " + worker.pid() + ": " + what), visiting.get(worker));
    }
  }
}
