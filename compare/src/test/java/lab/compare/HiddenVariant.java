package lab.compare;

import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.crawl.Variant;
import lab.crawl.sync.SyncCrawler;

/** One that no command line offers. */
public final class HiddenVariant implements Variant {
  @Override
  public String name() {
    return "hidden";
  }

  @Override
  public Crawler newCrawler(CrawlPlan plan) {
    return new SyncCrawler(plan);
  }

  @Override
  public boolean isOffered() {
    return false;
  }
}
