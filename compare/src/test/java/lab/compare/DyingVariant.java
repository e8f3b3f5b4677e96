package lab.compare;

import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.Variant;

/** Broken on purpose: has a bug. */
public final class DyingVariant implements Variant {
  @Override
  public String name() {
    return "dying";
  }

  @Override
  public Crawler newCrawler(CrawlPlan plan) {
    return new Crawler() {
      @Override
      public CrawlResult crawl(CrawlListener listener) {
        throw new IllegalArgumentException("a bug planted by a test");
      }

      @Override
      public void close() {}
    };
  }
}
