package lab.crawl.async;

import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.crawl.Variant;

/** One event loop, which hands the work to a thread per core. */
public final class AsyncOffloadVariant implements Variant {
  @Override
  public String name() {
    return "async-offload";
  }

  @Override
  public Crawler newCrawler(CrawlPlan plan) {
    return AsyncCrawler.offloading(plan);
  }
}
