package lab.homework.mine;

import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.CrawlerThreads;
import lab.crawl.Frontier;
import lab.crawl.Lane;
import lab.crawl.Next;
import lab.crawl.Visited;
import lab.crawl.fetch.BlockingFetcher;
import lab.crawl.stage.PageProcessor;
import okhttp3.HttpUrl;

/**
 * Your own crawler: one thread knows and decides everything, a pool of others visits pages for it, and what
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
      for (Next next = handOut(frontier, visits, listener); next != Next.OVER; next = handOut(frontier, visits, listener)) {
        nextOf(visits, next).ifPresent(frontier::record);
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      pool.shutdownNow();
      throw frontier.endedBy(e.getCause(), null);
    } catch (RuntimeException | Error e) {
      pool.shutdownNow();
      throw frontier.endedBy(e, null);
    }
    return frontier.result();
  }

  /** Hands every URL that waits in the frontier to the pool; gives what the frontier said last. */
  private Next handOut(Frontier frontier, CompletionService<Visited> visits, CrawlListener listener) {
    // TODO 1: as long as frontier.next() gives a URL, submit a visit of it; return the first answer that is none.
    throw new UnsupportedOperationException("TODO 1 of MineCrawler is still to do");
  }

  /** Waits for a visit to be done, whichever is first, but no longer than until the moment that the frontier named. */
  private Optional<Visited> nextOf(CompletionService<Visited> visits, Next next) throws InterruptedException, ExecutionException {
    // TODO 2: take the next visit that is done or, if next is a Next.NotBefore, poll for it until that moment.
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
