package lab.gallery;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.TimeUnit;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.Frontier;
import lab.crawl.Next;
import lab.crawl.Visited;
import okhttp3.HttpUrl;

/**
 * Structured concurrency: the visits of a crawl are subtasks of its scope, and no subtask outlives its scope. Whatever ends the block in
 * {@link Crawl#visitAll} (the last page, an interrupt, a bug) ends and awaits all visits that are still out: there is no pool to shut down,
 * and nothing to forget.
 *
 * <p><strong>Where the mutable state lives:</strong> in {@link Crawl}, which only the thread that owns the scope touches. What subtasks bring
 * waits in a queue until that thread takes it.
 */
public final class StructuredCrawler implements Crawler {
  private final CrawlPlan plan;
  private final PageVisits visits;

  /** A crawler by this plan. */
  public StructuredCrawler(CrawlPlan plan) {
    this.plan = plan;
    this.visits = new PageVisits(plan);
  }

  @Override
  public CrawlResult crawl(CrawlListener listener) {
    Crawl crawl = new Crawl(listener);
    try {
      crawl.visitAll();
    } catch (BrokenVisit e) {
      throw crawl.frontier.endedBy(e.getCause(), e.url);
    } catch (Throwable e) {
      return crawl.frontier.endedBy(e);
    }
    return crawl.frontier.result();
  }

  @Override
  public void close() {
    visits.close();
  }

  /** A bug, and where it was: the scope says only what a subtask threw, and by then others are out. */
  private static final class BrokenVisit extends RuntimeException {
    private final transient HttpUrl url;

    BrokenVisit(HttpUrl url, Throwable bug) {
      super(bug);
      this.url = url;
    }
  }

  /** One crawl. */
  private final class Crawl {
    /** What subtasks bring: a visit, or nothing from one that failed. */
    private final BlockingQueue<Optional<Visited>> back = new LinkedBlockingQueue<>();
    private final Frontier frontier;
    private final CrawlListener listener;
    private int out;

    Crawl(CrawlListener listener) {
      this.frontier = new Frontier(plan, listener);
      this.listener = listener;
    }

    void visitAll() throws Throwable {
      try (var scope = StructuredTaskScope.open(Joiner.<Void>awaitAllSuccessfulOrThrow())) {
        for (Next next = handOut(scope); next != Next.OVER; next = handOut(scope)) {
          takeBack(scope, next);
        }
        scope.join();
      } catch (FailedException e) {
        throw e.getCause();
      }
    }

    /** Forks a visit of each page that waits, as many as the plan is wide; gives what the frontier said last. */
    private Next handOut(StructuredTaskScope<Void, Void> scope) {
      Next next = Next.NOTHING_YET;
      while (out < plan.concurrency() && (next = frontier.next()) instanceof Next.Url(HttpUrl url)) {
        out++;
        scope.fork(() -> visit(url));
      }
      return next;
    }

    private Void visit(HttpUrl url) throws InterruptedException {
      Optional<Visited> visited = Optional.empty();
      try {
        visited = Optional.of(visits.visit(url, listener));
        return null;
      } catch (RuntimeException | Error bug) {
        throw new BrokenVisit(url, bug);
      } finally {
        back.add(visited);
      }
    }

    private void takeBack(StructuredTaskScope<Void, Void> scope, Next next) throws InterruptedException {
      Optional<Visited> visited = next instanceof Next.NotBefore moment
          ? back.poll(moment.fromNow().toNanos(), TimeUnit.NANOSECONDS)
          : back.take();
      if (visited == null) {
        return; // the moment has come
      }
      if (visited.isEmpty()) {
        scope.join(); // throws what the subtask threw
      }
      out--;
      frontier.record(visited.get());
    }
  }
}
