package lab.lecture.wrong;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.CrawlerThreads;
import lab.crawl.Lane;
import lab.crawl.Limits;
import lab.crawl.SkipReason;
import lab.crawl.Visit;
import lab.crawl.Visited;
import lab.crawl.fetch.BlockingFetcher;
import lab.crawl.stage.PageProcessor;
import okhttp3.HttpUrl;

/**
 * A pool of threads, each with one page at a time, which is as good as its {@link Guard}. <strong>Wrong on purpose</strong>
 * with all but the shared lock: pages are fetched twice, now and then, and nothing else shows it. The manifest is right, no
 * exception is thrown; only the server knows.
 *
 * <p><strong>Where the mutable state lives:</strong> in the fields of each {@link Crawl}. All threads touch them, and each
 * field by itself is safe for that. That is the trap: two calls of a thread-safe collection, one after the other, are not
 * one call.
 *
 * <p>To see it on any machine, crawl {@code hubs:1000} with a latency of 10 ms: pages that are in flight together link the
 * same new ones there.
 */
final class UnlockedCrawler implements Crawler {
  private final CrawlPlan plan;
  private final Guard guard;
  private final Supplier<Set<HttpUrl>> seenSets;
  private final BlockingFetcher fetcher;
  private final PageProcessor processor;
  private final ExecutorService pool;

  /**
   * For the crawls of one plan.
   *
   * @throws IllegalArgumentException if the plan limits depth or pages: this crawler keeps no count of them
   */
  UnlockedCrawler(CrawlPlan plan, Guard guard) {
    this(plan, guard, ConcurrentHashMap::newKeySet);
  }

  /** The same with other sets of what was seen, which must be safe for use by many threads: for tests. */
  UnlockedCrawler(CrawlPlan plan, Guard guard, Supplier<Set<HttpUrl>> seenSets) {
    if (plan.limits().hasDepthLimit() || plan.limits().maxPages() != Limits.UNLIMITED) {
      throw new IllegalArgumentException("this crawler is for labs and knows no limit on depth or pages");
    }
    this.plan = plan;
    this.guard = guard;
    this.seenSets = seenSets;
    this.fetcher = new BlockingFetcher(plan);
    this.processor = new PageProcessor(plan);
    this.pool = Executors.newFixedThreadPool(plan.concurrency(), new CrawlerThreads("crawler-"));
  }

  @Override
  public CrawlResult crawl(CrawlListener listener) {
    Crawl crawl = new Crawl(listener);
    try {
      crawl.visitAll();
    } catch (InterruptedException e) {
      crawl.stop();
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
    return crawl.result();
  }

  @Override
  public void close() {
    // Not pool.close(): it would first finish all that is queued.
    pool.shutdownNow();
    fetcher.close();
  }

  /**
   * One crawl. It ends whatever the threads do to one another: a URL in {@code seen} stays there, so that each thread can hand
   * a URL out at most once, and {@code outstanding} counts what is handed out and not yet done.
   */
  private final class Crawl {
    private final CrawlListener listener;
    private final Set<HttpUrl> seen = seenSets.get();
    /** One visit for each URL, however often it was fetched: so the manifest doesn't tell. */
    private final Map<HttpUrl, Visit> visits = new ConcurrentHashMap<>();
    /** Visits that were handed out and are not done; and one for the seed's discovery, until that is over. */
    private final AtomicInteger outstanding = new AtomicInteger(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<Throwable> bug = new AtomicReference<>();
    private volatile boolean stopped;
    /** Guarded by this crawl's monitor, as all calls of the listener are: that lock is right. */
    private int told;

    Crawl(CrawlListener listener) {
      this.listener = listener;
    }

    /** Waits until the last page is visited; the pool's threads do the rest. */
    void visitAll() throws InterruptedException {
      handOut(unseen(List.of(plan.seed())));
      done();
      over.await();
    }

    /** After this nothing more is visited; call it before the pool is shut down. */
    void stop() {
      stopped = true;
    }

    /** Check, then act. Between the two any other thread may do the same, unless the guard keeps it out. */
    private void discover(Visited visited) {
      List<HttpUrl> unseen = unseen(visited.outlinks().stream().map(HttpUrl::get).toList());
      tellVisited(visited);
      handOut(unseen);
    }

    /** The check. */
    private List<HttpUrl> unseen(List<HttpUrl> outlinks) {
      return outlinks.stream().filter(url -> !seen.contains(url)).toList();
    }

    /** The act. */
    private void handOut(List<HttpUrl> unseen) {
      for (HttpUrl url : unseen) {
        seen.add(url);
        visitOrSkip(url);
      }
    }

    private void visitOrSkip(HttpUrl url) {
      Optional<SkipReason> skipped = plan.scope().reasonToSkip(url.toString());
      if (skipped.isPresent()) {
        visits.put(url, new Visit.Skipped(url, skipped.get()));
      } else {
        outstanding.incrementAndGet();
        pool.execute(() -> visit(url));
      }
    }

    private void visit(HttpUrl url) {
      if (stopped) {
        return;
      }
      try {
        tellBegun(url);
        Lane lane = listener.lane();
        record(processor.process(url, fetcher.fetch(url, lane), lane));
      } catch (InterruptedException e) {
        // The crawl was interrupted or closed: nobody waits for this page any more.
        Thread.currentThread().interrupt();
      } catch (Throwable e) {
        fail(e);
      }
    }

    private void record(Visited visited) {
      if (stopped) {
        // The crawl has ended without this page: nobody is told of it any more.
        return;
      }
      visits.put(visited.visit().url(), visited.visit());
      guard.run(() -> discover(visited));
      done();
    }

    /** Counted down only when the page's own outlinks are counted: so it is zero once, at the end. */
    private void done() {
      if (outstanding.decrementAndGet() == 0) {
        over.countDown();
      }
    }

    private synchronized void tellBegun(HttpUrl url) {
      listener.begun(url);
    }

    private synchronized void tellVisited(Visited visited) {
      told++;
      listener.linked(visited.visit().url(), visited.outlinks());
      listener.visited(visited.visit(), told, told + outstanding.get() - 1);
    }

    private void fail(Throwable e) {
      if (!stopped) {
        bug.compareAndSet(null, e);
        stopped = true;
        over.countDown();
      }
    }

    CrawlResult result() {
      if (bug.get() != null) {
        throw new CrawlBugException("a bug ended the crawl", bug.get(), sofar());
      }
      return sofar();
    }

    private CrawlResult sofar() {
      return new CrawlResult(List.copyOf(visits.values()), outstanding.get() == 0, false);
    }
  }
}
