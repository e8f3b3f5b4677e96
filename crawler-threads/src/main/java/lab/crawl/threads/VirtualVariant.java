package lab.crawl.threads;

import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.crawl.Variant;

/** A virtual thread for each page. */
public final class VirtualVariant implements Variant {
  @Override
  public String name() {
    return "virtual";
  }

  @Override
  public Crawler newCrawler(CrawlPlan plan) {
    return ThreadsCrawler.virtual(plan);
  }
}
