package lab.crawl.threads;

import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.crawl.Variant;

/** A pool of platform threads. */
public final class ThreadsVariant implements Variant {
  @Override
  public String name() {
    return "threads";
  }

  @Override
  public Crawler newCrawler(CrawlPlan plan) {
    return ThreadsCrawler.platform(plan);
  }
}
