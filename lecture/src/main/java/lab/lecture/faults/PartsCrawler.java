package lab.lecture.faults;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.CrawlerThreads;
import lab.crawl.SkipReason;
import lab.crawl.Visit;
import lab.crawl.Visited;
import lab.crawl.fetch.BlockingFetcher;
import lab.crawl.stage.PageProcessor;
import lab.lecture.faults.Parts.Count;
import lab.lecture.faults.Parts.Fetch;
import lab.lecture.faults.Parts.Flag;
import lab.lecture.faults.Parts.Lazy;
import lab.lecture.faults.Parts.Permits;
import lab.lecture.faults.Parts.Seen;
import lab.lecture.faults.Parts.Starter;
import lab.lecture.faults.Parts.Telling;
import lab.lecture.faults.Parts.Waiting;
import okhttp3.HttpUrl;

/**
 * A pool of threads, each of which takes the next page from a queue, and which is as good as its {@link Parts}. It knows neither retries
 * nor limits, politeness or journals: with a lab's frontier there would be nothing left to do wrong.
 *
 * <p><strong>Where the mutable state lives:</strong> in the parts, each of which answers for itself.
 */
public final class PartsCrawler implements Crawler {
  /** Twice as many threads as fetches, so that some work on pages while others fetch: the permits limit those. */
  private static final int THREADS_PER_FETCH = 2;

  private final CrawlPlan plan;
  private final Parts parts;
  private final Fetch fetch;
  private final Runnable closing;
  private final Lazy<PageProcessor> processor;

  PartsCrawler(CrawlPlan plan, Parts parts, Fetch fetch, Runnable closing) {
    this.plan = plan;
    this.parts = parts;
    this.fetch = fetch;
    this.closing = closing;
    this.processor = parts.lazy(() -> new PageProcessor(plan));
  }

  /** One that fetches as all crawlers with threads do. */
  static PartsCrawler of(CrawlPlan plan, Parts parts) {
    BlockingFetcher fetcher = new BlockingFetcher(plan);
    return new PartsCrawler(plan, parts, fetcher::fetch, fetcher::close);
  }

  @Override
  public CrawlResult crawl(CrawlListener listener) {
    Crawl crawl = new Crawl(listener);
    try {
      crawl.visitAll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      crawl.stop();
    }
    return crawl.result();
  }

  @Override
  public void close() {
    closing.run();
  }

  private final class Crawl {
    private final CrawlListener listener;
    private final ExecutorService pool =
        Executors.newFixedThreadPool(THREADS_PER_FETCH * plan.concurrency(), new CrawlerThreads("crawler-"));
    private final Seen seen = parts.seen();
    private final Waiting waiting = parts.waiting();
    private final Count outstanding = parts.count(1);
    private final Flag stopped = parts.flag();
    private final Telling telling = parts.telling();
    private final Permits permits = parts.permits(plan.concurrency());
    private final Starter starter = parts.starter(pool, this::fail);
    private final Map<HttpUrl, Visit> visits = new ConcurrentHashMap<>();
    private final AtomicInteger known = new AtomicInteger(1);
    private final AtomicReference<Throwable> bug = new AtomicReference<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean complete;

    Crawl(CrawlListener listener) {
      this.listener = listener;
    }

    /** Waits until the last page is visited; the pool's threads do the rest. */
    void visitAll() throws InterruptedException {
      seen.isNew(plan.seed().toString());
      waiting.put(plan.seed().toString());
      for (int i = 0; i < THREADS_PER_FETCH * plan.concurrency(); i++) {
        starter.start(this::work);
      }
      over.await();
    }

    /** Afterwards nobody is told of anything; those who wait for a page are interrupted. */
    void stop() {
      telling.begun(stopped::set);
      pool.shutdownNow();
    }

    private void work() {
      try {
        while (!stopped.isSet()) {
          visit(HttpUrl.get(waiting.take()));
        }
      } catch (InterruptedException e) {
        // The crawl is over, or was interrupted: nobody waits for this page any more.
        Thread.currentThread().interrupt();
      }
    }

    private void visit(HttpUrl url) throws InterruptedException {
      telling.begun(() -> unlessStopped(() -> listener.begun(url)));
      Visited visited = processor.get().process(url, permits.fetch(fetch, url), listener.lane());
      visited.outlinks().forEach(this::discover);
      telling.visited(() -> unlessStopped(() -> tell(visited)));
      if (outstanding.subtract()) {
        complete = true;
        over.countDown();
      }
    }

    private void unlessStopped(Runnable tell) {
      if (!stopped.isSet()) {
        tell.run();
      }
    }

    private void tell(Visited visited) {
      visits.put(visited.visit().url(), visited.visit());
      listener.linked(visited.visit().url(), visited.outlinks());
      listener.visited(visited.visit(), visits.size(), known.get());
    }

    private void discover(String url) {
      if (!seen.isNew(url)) {
        return;
      }
      Optional<SkipReason> skipped = plan.scope().reasonToSkip(url);
      if (skipped.isPresent()) {
        HttpUrl page = HttpUrl.get(url);
        visits.put(page, new Visit.Skipped(page, skipped.get()));
        return;
      }
      known.incrementAndGet();
      outstanding.add();
      waiting.put(url);
    }

    private void fail(Throwable e) {
      bug.compareAndSet(null, e);
      over.countDown();
    }

    CrawlResult result() {
      CrawlResult sofar = new CrawlResult(List.copyOf(visits.values()), complete, false);
      if (bug.get() != null) {
        throw new CrawlBugException("a bug ended the crawl", bug.get(), sofar);
      }
      return sofar;
    }
  }
}
