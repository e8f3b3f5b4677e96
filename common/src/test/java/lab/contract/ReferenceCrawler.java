package lab.contract;

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
import lab.crawl.Frontier;
import lab.crawl.Next;
import lab.crawl.Visited;
import lab.crawl.fetch.BlockingFetcher;
import lab.crawl.stage.PageProcessor;
import okhttp3.HttpUrl;

/**
 * A correct crawler, as small as can be, that {@link BrokenCrawler}s break in one place each: the calling thread owns the
 * frontier, a pool of threads visits.
 */
class ReferenceCrawler implements Crawler {
  final CrawlPlan plan;
  final BlockingFetcher fetcher;
  final PageProcessor processor;
  final ExecutorService pool;

  ReferenceCrawler(CrawlPlan plan) {
    this(plan, plan.concurrency());
  }

  ReferenceCrawler(CrawlPlan plan, int width) {
    this.plan = plan;
    this.fetcher = new BlockingFetcher(plan);
    this.processor = new PageProcessor(plan);
    this.pool = Executors.newFixedThreadPool(width);
  }

  @Override
  public CrawlResult crawl(CrawlListener listener) {
    Frontier frontier = new Frontier(plan, listener);
    CompletionService<Visited> visits = new ExecutorCompletionService<>(pool);
    try {
      for (Next next = frontier.next(); next != Next.OVER; next = frontier.next()) {
        if (next instanceof Next.Url(HttpUrl url)) {
          visits.submit(() -> visit(url));
        } else {
          Future<Visited> done = take(visits, next);
          if (done != null) {
            frontier.record(done.get());
          }
        }
      }
    } catch (InterruptedException e) {
      stopPool();
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw frontier.endedBy(e.getCause(), null);
    } catch (RuntimeException | Error e) {
      throw frontier.endedBy(e, null);
    }
    return frontier.result();
  }

  Visited visit(HttpUrl url) throws InterruptedException {
    return processor.process(url, fetcher.fetch(url));
  }

  /** The next visit that is done; null if the frontier's moment comes first. */
  Future<Visited> take(CompletionService<Visited> visits, Next next) throws InterruptedException {
    return next instanceof Next.NotBefore moment
        ? visits.poll(moment.fromNow().toNanos(), TimeUnit.NANOSECONDS)
        : visits.take();
  }

  void stopPool() {
    pool.shutdownNow();
  }

  @Override
  public void close() {
    stopPool();
    fetcher.close();
  }
}
