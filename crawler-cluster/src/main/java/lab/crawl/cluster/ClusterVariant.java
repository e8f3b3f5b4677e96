package lab.crawl.cluster;

import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.crawl.Variant;

/** Members with a database between them. */
public final class ClusterVariant implements Variant {
  private final ClusterOptions options;

  /** An embedded database, and a member for each core. */
  public ClusterVariant() {
    this(new ClusterOptions());
  }

  ClusterVariant(ClusterOptions options) {
    this.options = options;
  }

  @Override
  public String name() {
    return "cluster";
  }

  @Override
  public Crawler newCrawler(CrawlPlan plan) {
    return options.newCrawler(plan);
  }
}
