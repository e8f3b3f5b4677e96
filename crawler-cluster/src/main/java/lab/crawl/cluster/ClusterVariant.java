package lab.crawl.cluster;

import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.crawl.Variant;

/** Members with a database between them. */
public final class ClusterVariant implements Variant {
  @Override
  public String name() {
    return "cluster";
  }

  @Override
  public Crawler newCrawler(CrawlPlan plan) {
    return ClusterOptions.DEFAULT.newCrawler(plan);
  }
}
