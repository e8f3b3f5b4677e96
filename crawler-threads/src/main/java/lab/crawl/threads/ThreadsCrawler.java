package lab.crawl.threads;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.CrawlerThreads;
import lab.crawl.FetchResult;
import lab.crawl.Frontier;
import lab.crawl.Lane;
import lab.crawl.Next;
import lab.crawl.Visited;
import lab.crawl.fetch.BlockingFetcher;
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
  /** More threads that compute than cores only take them from each other, and from the JVM's compiler. */
  private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());

  private ThreadsCrawler(CrawlPlan plan, ExecutorService pool) {
    this.plan = plan;
    this.fetcher = new BlockingFetcher(plan);
    this.processor = new PageProcessor(plan);
    this.pool = pool;
  }

  /** A fixed pool of as many platform threads as the plan is wide: each is handed a page when it is free for one. */
  public static ThreadsCrawler platform(CrawlPlan plan) {
    var threads = new CrawlerThreads("crawler-");
    return new ThreadsCrawler(plan, Executors.newFixedThreadPool(plan.concurrency(), threads));
  }

  /** A virtual thread for each page that is visited just now, as many as the plan is wide; pages that wait have none. */
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
    } catch (Throwable e) {
      crawl.fail(e, null);
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
    private int out;
    private boolean stopped;
    private CrawlBugException bug;

    Crawl(Frontier frontier, CrawlListener listener) {
      this.frontier = frontier;
      this.listener = listener;
    }

    /** Waits until the last page is visited, and for the moments that the frontier names; the pool's threads do the rest. */
    synchronized void visitAll() throws InterruptedException {
      for (Next next = handOut(); next != Next.OVER && !stopped; next = handOut()) {
        if (next instanceof Next.NotBefore moment) {
          TimeUnit.NANOSECONDS.timedWait(this, moment.fromNow().toNanos());
        } else {
          wait();
        }
      }
    }

    /** Hands out pages as long as a thread is free for one; gives what the frontier said last. */
    private synchronized Next handOut() {
      Next next = Next.NOTHING_YET;
      while (out < plan.concurrency() && !stopped && (next = frontier.next()) instanceof Next.Url(HttpUrl url)) {
        out++;
        pool.execute(() -> visit(url));
      }
      return next;
    }

    private void visit(HttpUrl url) {
      try {
        Lane lane = listener.lane();
        FetchResult result = fetcher.fetch(url, lane);
        cores.acquire();
        try {
          record(processor.process(url, result, lane));
        } finally {
          cores.release();
        }
      } catch (InterruptedException e) {
        // The crawl was interrupted or closed: nobody waits for this page any more.
        Thread.currentThread().interrupt();
      } catch (Throwable e) {
        fail(e, url);
      }
    }

    private synchronized void record(Visited visited) {
      if (stopped) {
        // The crawl has ended without this page: nobody is told of it any more.
        return;
      }
      out--;
      frontier.record(visited);
      if (handOut() instanceof Next.NotBefore || frontier.isExhausted()) {
        notifyAll();
      }
    }

    /** Of several bugs the first one counts. */
    synchronized void fail(Throwable e, HttpUrl url) {
      bug = stopped ? bug : frontier.endedBy(e, url);
      stop();
    }

    /** After this no page is handed out any more; call it before the pool is shut down. */
    synchronized void stop() {
      stopped = true;
      notifyAll();
    }

    synchronized CrawlResult result() {
      if (bug != null) {
        throw bug;
      }
      return frontier.result();
    }
  }
}
