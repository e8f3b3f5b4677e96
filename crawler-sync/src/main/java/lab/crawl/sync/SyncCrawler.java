package lab.crawl.sync;

import java.util.Optional;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.Frontier;
import lab.crawl.Lane;
import lab.crawl.fetch.BlockingFetcher;
import lab.crawl.stage.PageProcessor;
import okhttp3.HttpUrl;

/**
 * One thread, one page at a time: while it waits it does not work, and while it works it does not wait. The yardstick.
 *
 * <p><strong>Where the mutable state lives:</strong> in the frontier, which only the calling thread ever touches. Nothing
 * is shared, so nothing is guarded.
 */
public final class SyncCrawler implements Crawler {
  private final CrawlPlan plan;
  private final BlockingFetcher fetcher;
  private final PageProcessor processor;

  /** A crawler whose width is 1, whatever the plan's concurrency. */
  public SyncCrawler(CrawlPlan plan) {
    this.plan = plan;
    this.fetcher = new BlockingFetcher(plan);
    this.processor = new PageProcessor(plan);
  }

  @Override
  public CrawlResult crawl(CrawlListener listener) {
    Frontier frontier = new Frontier(plan, listener);
    try {
      visitAll(frontier, listener.lane());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return frontier.result();
  }

  private void visitAll(Frontier frontier, Lane lane) throws InterruptedException {
    for (Optional<HttpUrl> next = frontier.next(); next.isPresent(); next = frontier.next()) {
      HttpUrl url = next.get();
      frontier.record(processor.process(url, fetcher.fetch(url, lane), lane));
    }
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
