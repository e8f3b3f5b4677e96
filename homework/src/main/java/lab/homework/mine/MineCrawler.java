package lab.homework.mine;

import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.Frontier;
import lab.crawl.Lane;
import lab.crawl.Visited;
import lab.crawl.fetch.BlockingFetcher;
import lab.crawl.CrawlerThreads;
import lab.crawl.stage.PageProcessor;
import okhttp3.HttpUrl;

/**
 * Your own crawler, the fifth design: one thread knows and decides everything, a pool of others visits pages for it, and what
 * they bring waits in a queue until it is taken. The homework's README walks you through it.
 *
 * <p><strong>Where the mutable state lives:</strong> in the frontier, which only the thread that called {@link #crawl} touches.
 * The others give it their visits through the queue of a {@link CompletionService}: no lock of our own is needed.
 */
public final class MineCrawler implements Crawler {
  private final CrawlPlan plan;
  private final BlockingFetcher fetcher;
  private final PageProcessor processor;
  private final ExecutorService pool;

  /** A crawler with as many threads as the plan is wide. */
  public MineCrawler(CrawlPlan plan) {
    this.plan = plan;
    this.fetcher = new BlockingFetcher(plan);
    this.processor = new PageProcessor(plan);
    this.pool = Executors.newFixedThreadPool(plan.concurrency(), new CrawlerThreads("mine-"));
  }

  @Override
  public CrawlResult crawl(CrawlListener listener) {
    Frontier frontier = new Frontier(plan, listener);
    CompletionService<Visited> visits = new ExecutorCompletionService<>(pool);
    try {
      while (!frontier.isExhausted()) {
        handOut(frontier, visits, listener);
        frontier.record(nextOf(visits));
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      pool.shutdownNow();
      throw new CrawlBugException("a bug ended the crawl", e.getCause());
    }
    return frontier.result();
  }

  /** Hands every URL that waits in the frontier to the pool. */
  private void handOut(Frontier frontier, CompletionService<Visited> visits, CrawlListener listener) {
    // TODO 1: as long as frontier.next() gives a URL, submit a visit of it.
    throw new UnsupportedOperationException("TODO 1 of MineCrawler is still to do");
  }

  /** Waits for a visit to be done, whichever is first. */
  private Visited nextOf(CompletionService<Visited> visits) throws InterruptedException, ExecutionException {
    // TODO 2: take the next visit that is done.
    throw new UnsupportedOperationException("TODO 2 of MineCrawler is still to do");
  }

  /** Runs on a thread of the pool. */
  private Visited visit(HttpUrl url, CrawlListener listener) throws InterruptedException {
    Lane lane = listener.lane();
    return processor.process(url, fetcher.fetch(url, lane), lane);
  }

  @Override
  public void close() {
    // Not pool.close(): it would first finish all that is queued.
    pool.shutdownNow();
    fetcher.close();
  }
}
