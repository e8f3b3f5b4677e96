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

/**
 * One thread, one page at a time: while it waits it does not work, and while it works it does not wait. The yardstick.
 *
 * <p><strong>Where the mutable state lives:</strong> in the frontier, which the calling thread alone touches: nothing is guarded.
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
    } catch (Throwable e) {
      return frontier.endedBy(e);
    }
    return frontier.result();
  }

  private void visitAll(Frontier frontier, Lane lane) throws InterruptedException {
    for (Next next = frontier.next(); next != Next.OVER; next = frontier.next()) {
      if (next instanceof Next.Url(var url)) {
        frontier.record(processor.process(url, fetcher.fetch(url, lane), lane));
      } else if (next instanceof Next.NotBefore moment) {
        Thread.sleep(moment.fromNow());
      }
    }
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
