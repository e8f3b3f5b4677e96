package lab.crawl.sync;

import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.crawl.Variant;

/** One thread. */
public final class SyncVariant implements Variant {
  @Override
  public String name() {
    return "sync";
  }

  @Override
  public Crawler newCrawler(CrawlPlan plan) {
    return new SyncCrawler(plan);
  }

  @Override
  public int width(CrawlPlan plan) {
    return 1;
  }
}
