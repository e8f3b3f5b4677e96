package lab.crawl.sync;

import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.Frontier;
import lab.crawl.Lane;
import lab.crawl.Next;
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
    } catch (Throwable e) {
      throw frontier.endedBy(e, null);
    }
    return frontier.result();
  }

  /** Whoever is alone never hears {@link Next#NOTHING_YET}: no page is out when it asks. */
  private void visitAll(Frontier frontier, Lane lane) throws InterruptedException {
    for (Next next = frontier.next(); next != Next.OVER; next = frontier.next()) {
      switch (next) {
        case Next.Url(HttpUrl url) -> frontier.record(processor.process(url, fetcher.fetch(url, lane), lane));
        case Next.NotBefore moment -> Thread.sleep(moment.fromNow());
        case Next.NothingYet _, Next.Over _ -> throw new AssertionError("waits for a page that nobody visits");
      }
    }
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
