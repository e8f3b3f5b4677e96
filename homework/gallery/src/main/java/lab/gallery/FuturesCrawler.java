package lab.gallery;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lab.crawl.CrawlBugException;
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
 * Futures: a page is a chain of stages, and each names who runs it. Fetches wait on virtual threads, one thread for each core works on
 * pages, and what comes of them is put on the desk. There the thread that crawls takes it, and hands out what it led to.
 *
 * <p><strong>Where the mutable state lives:</strong> in the fields of {@link Crawl}, confined to the thread at the desk: no lock is needed.
 */
public final class FuturesCrawler implements Crawler {
  private final CrawlPlan plan;
  private final BlockingFetcher fetcher;
  private final PageProcessor processor;
  private final ExecutorService fetches = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("crawler-fetch-", 0).factory());
  private final ExecutorService cores =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), new CrawlerThreads("crawler-core-"));

  /** A crawler by this plan. */
  public FuturesCrawler(CrawlPlan plan) {
    this.plan = plan;
    this.fetcher = new BlockingFetcher(plan);
    this.processor = new PageProcessor(plan);
  }

  @Override
  public CrawlResult crawl(CrawlListener listener) {
    Crawl crawl = new Crawl(listener);
    try {
      crawl.visitAll();
    } catch (CrawlBugException e) {
      throw e;
    } catch (Throwable e) {
      return crawl.frontier.endedBy(e);
    }
    return crawl.frontier.result();
  }

  @Override
  public void close() {
    fetches.shutdownNow();
    cores.shutdownNow();
    fetcher.close();
  }

  /** One crawl: all that is known at the desk, and what is done there. */
  private final class Crawl {
    private final BlockingQueue<Runnable> desk = new LinkedBlockingQueue<>();
    private final Frontier frontier;
    private final CrawlListener listener;
    private int out;

    Crawl(CrawlListener listener) {
      this.frontier = new Frontier(plan, listener);
      this.listener = listener;
    }

    void visitAll() throws InterruptedException {
      for (Next next = handOut(); next != Next.OVER; next = handOut()) {
        Runnable step = next instanceof Next.NotBefore moment
            ? desk.poll(moment.fromNow().toNanos(), TimeUnit.NANOSECONDS)
            : desk.take();
        if (step != null) { // else the moment has come
          step.run();
        }
      }
    }

    private Next handOut() {
      Next next = Next.NOTHING_YET;
      while (out < plan.concurrency() && (next = frontier.next()) instanceof Next.Url(HttpUrl url)) {
        out++;
        visit(url);
      }
      return next;
    }

    private void visit(HttpUrl url) {
      CompletableFuture.supplyAsync(() -> fetch(url), fetches)
          .thenApplyAsync(reply -> processor.process(url, reply, listener.lane()), cores)
          .whenComplete((visited, e) -> desk.add(() -> takeBack(url, visited, e)));
    }

    private FetchResult fetch(HttpUrl url) {
      try {
        return fetcher.fetch(url, listener.lane());
      } catch (InterruptedException e) {
        throw new CompletionException(e); // the crawler was closed meanwhile
      }
    }

    /** What a stage threw is a bug, and came wrapped. */
    private void takeBack(HttpUrl url, Visited visited, Throwable e) {
      if (e != null) {
        throw frontier.endedBy(e.getCause(), url);
      }
      out--;
      frontier.record(visited);
    }
  }
}
