package lab.crawl.threads;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.Frontier;
import lab.crawl.Lane;
import lab.crawl.Visited;
import lab.crawl.fetch.BlockingFetcher;
import lab.crawl.measure.CrawlerThreads;
import lab.crawl.stage.PageProcessor;
import okhttp3.HttpUrl;

/**
 * Many threads, each with one page at a time: while some wait others work. The operating system (for virtual threads: the
 * JVM) decides who runs, and may switch at any instruction.
 *
 * <p><strong>Where the mutable state lives:</strong> in the fields of each {@link Crawl}, guarded by that
 * crawl's own monitor; every method of it that touches them is {@code synchronized}. No thread holds it while it waits for
 * the network or computes.
 */
public final class ThreadsCrawler implements Crawler {
  private final CrawlPlan plan;
  private final BlockingFetcher fetcher;
  private final PageProcessor processor;
  private final ExecutorService pool;
  private final Semaphore width;

  private ThreadsCrawler(CrawlPlan plan, ExecutorService pool) {
    this.plan = plan;
    this.fetcher = new BlockingFetcher(plan);
    this.processor = new PageProcessor(plan);
    this.pool = pool;
    this.width = new Semaphore(plan.concurrency());
  }

  /** A fixed pool of as many platform threads as the plan is wide: pages wait in the pool's queue for a thread. */
  public static ThreadsCrawler platform(CrawlPlan plan) {
    var threads = new CrawlerThreads("crawler-");
    return new ThreadsCrawler(plan, Executors.newFixedThreadPool(plan.concurrency(), threads));
  }

  /** A virtual thread for each page: all of them wait for one of as many permits as the plan is wide. */
  public static ThreadsCrawler virtual(CrawlPlan plan) {
    var threads = Thread.ofVirtual().name("crawler-", 0).factory();
    return new ThreadsCrawler(plan, Executors.newThreadPerTaskExecutor(threads));
  }

  @Override
  public CrawlResult crawl(CrawlListener listener) {
    Crawl crawl = new Crawl(new Frontier(plan, listener), listener);
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

  /** One crawl: the state that the threads share, and the lock around it. */
  private final class Crawl {
    private final Frontier frontier;
    private final CrawlListener listener;
    private boolean stopped;
    private Throwable bug;

    Crawl(Frontier frontier, CrawlListener listener) {
      this.frontier = frontier;
      this.listener = listener;
    }

    /** Waits until the last page is visited; the pool's threads do the rest. */
    synchronized void visitAll() throws InterruptedException {
      handOut();
      while (!frontier.isExhausted() && bug == null) {
        wait();
      }
    }

    /** After this no page is handed out any more; call it before the pool is shut down. */
    synchronized void stop() {
      stopped = true;
    }

    private synchronized void handOut() {
      if (stopped) {
        return;
      }
      for (Optional<HttpUrl> url = frontier.next(); url.isPresent(); url = frontier.next()) {
        HttpUrl next = url.get();
        pool.execute(() -> visit(next));
      }
    }

    private void visit(HttpUrl url) {
      try {
        width.acquire();
        try {
          Lane lane = listener.lane();
          record(processor.process(url, fetcher.fetch(url, lane), lane));
        } finally {
          width.release();
        }
      } catch (InterruptedException e) {
        // The crawl was interrupted or closed: nobody waits for this page any more.
        Thread.currentThread().interrupt();
      } catch (Throwable e) {
        fail(e);
      }
    }

    private synchronized void record(Visited visited) {
      if (stopped) {
        // The crawl has ended without this page: nobody is told of it any more.
        return;
      }
      frontier.record(visited);
      handOut();
      if (frontier.isExhausted()) {
        notifyAll();
      }
    }

    private synchronized void fail(Throwable e) {
      stopped = true;
      bug = bug == null ? e : bug;
      notifyAll();
    }

    synchronized CrawlResult result() {
      if (bug != null) {
        throw new CrawlBugException("a bug ended the crawl", bug);
      }
      return frontier.result();
    }
  }
}
