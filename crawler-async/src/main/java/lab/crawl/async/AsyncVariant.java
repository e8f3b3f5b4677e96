package lab.crawl.async;

import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.crawl.Variant;

/** One event loop, which also does the work. */
public final class AsyncVariant implements Variant {
  @Override
  public String name() {
    return "async";
  }

  @Override
  public Crawler newCrawler(CrawlPlan plan) {
    return AsyncCrawler.onLoop(plan);
  }
}
