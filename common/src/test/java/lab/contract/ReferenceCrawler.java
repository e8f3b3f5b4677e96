package lab.contract;

import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.Frontier;
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
      while (!frontier.isExhausted()) {
        for (Optional<HttpUrl> url = frontier.next(); url.isPresent(); url = frontier.next()) {
          HttpUrl next = url.get();
          visits.submit(() -> visit(next));
        }
        frontier.record(take(visits).get());
      }
    } catch (InterruptedException e) {
      stopPool();
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new CrawlBugException("a bug ended the crawl", e.getCause());
    }
    return frontier.result();
  }

  Visited visit(HttpUrl url) throws InterruptedException {
    return processor.process(url, fetcher.fetch(url));
  }

  Future<Visited> take(CompletionService<Visited> visits) throws InterruptedException {
    return visits.take();
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
