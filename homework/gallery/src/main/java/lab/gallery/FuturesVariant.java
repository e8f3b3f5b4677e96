package lab.gallery;

import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.crawl.Variant;

/** The design by the name that {@code --variants} knows it by. */
public final class FuturesVariant implements Variant {
  @Override
  public String name() {
    return "futures";
  }

  @Override
  public Crawler newCrawler(CrawlPlan plan) {
    return new FuturesCrawler(plan);
  }
}
