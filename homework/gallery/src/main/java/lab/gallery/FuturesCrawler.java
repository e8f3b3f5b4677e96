package lab.gallery;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.CrawlerThreads;
import lab.crawl.FetchResult;
import lab.crawl.Frontier;
import lab.crawl.Next;
import lab.crawl.Visited;
import lab.crawl.fetch.BlockingFetcher;
import lab.crawl.stage.PageProcessor;
import okhttp3.HttpUrl;

/**
 * Futures: a page is a chain of stages, and each stage names who runs it. Fetches wait on virtual threads, pages are worked on by one
 * thread for each core, and the desk, a single thread, takes them back and hands out what they led to.
 *
 * <p><strong>Where the mutable state lives:</strong> in the fields of {@link Crawl}, confined to the desk's thread: no lock is needed.
 */
public final class FuturesCrawler implements Crawler {
  private final CrawlPlan plan;
  private final BlockingFetcher fetcher;
  private final PageProcessor processor;
  private final ExecutorService fetches = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("crawler-fetch-", 0).factory());
  private final ExecutorService cores =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), new CrawlerThreads("crawler-core-"));
  private final ScheduledExecutorService desk = Executors.newSingleThreadScheduledExecutor(new CrawlerThreads("crawler-desk-"));

  /** A crawler by this plan. */
  public FuturesCrawler(CrawlPlan plan) {
    this.plan = plan;
    this.fetcher = new BlockingFetcher(plan);
    this.processor = new PageProcessor(plan);
  }

  @Override
  public CrawlResult crawl(CrawlListener listener) {
    Crawl crawl = new Crawl(listener);
    desk.execute(() -> crawl.step(crawl::handOut, null));
    try {
      crawl.over.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw (RuntimeException) e.getCause();
    }
    return CompletableFuture.supplyAsync(crawl::end, desk).join();
  }

  @Override
  public void close() {
    fetches.shutdownNow();
    cores.shutdownNow();
    desk.shutdownNow();
    fetcher.close();
  }

  /** One crawl: all that the desk knows, and what it does. */
  private final class Crawl {
    private final Frontier frontier;
    private final CrawlListener listener;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private Future<?> alarm = CompletableFuture.completedFuture(null);
    private int out;

    Crawl(CrawlListener listener) {
      this.frontier = new Frontier(plan, listener);
      this.listener = listener;
    }

    private void handOut() {
      Next next = Next.NOTHING_YET;
      while (out < plan.concurrency() && (next = frontier.next()) instanceof Next.Url(HttpUrl url)) {
        out++;
        visit(url);
      }
      if (next instanceof Next.NotBefore moment) {
        alarm.cancel(false);
        alarm = desk.schedule(() -> step(this::handOut, null), moment.fromNow().toNanos(), TimeUnit.NANOSECONDS);
      } else if (next == Next.OVER) {
        over.complete(null);
      }
    }

    private void visit(HttpUrl url) {
      CompletableFuture.supplyAsync(() -> fetch(url), fetches)
          .thenApplyAsync(reply -> processor.process(url, reply, listener.lane()), cores)
          .whenCompleteAsync((visited, e) -> step(() -> takeBack(visited, e), url), desk);
    }

    private FetchResult fetch(HttpUrl url) {
      try {
        return fetcher.fetch(url, listener.lane());
      } catch (InterruptedException e) {
        throw new CompletionException(e); // the crawler was closed meanwhile
      }
    }

    private void takeBack(Visited visited, Throwable e) {
      if (e instanceof CompletionException wrapped) {
        throw wrapped;
      }
      out--;
      frontier.record(visited);
      handOut();
    }

    /** What a step at the desk throws is a bug. It ends the crawl: no step is taken after that. */
    private void step(Runnable step, HttpUrl url) {
      try {
        if (!over.isDone()) {
          step.run();
        }
      } catch (Throwable e) {
        over.completeExceptionally(frontier.endedBy(e instanceof CompletionException ? e.getCause() : e, url));
      }
    }

    private CrawlResult end() {
      over.complete(null); // no page is taken back after this
      return frontier.result();
    }
  }
}
