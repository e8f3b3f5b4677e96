package lab.homework.mine;

import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.crawl.Variant;

/** Your own design, by the name that {@code --variants} knows it by. {@code META-INF/services} names this class. */
public final class MineVariant implements Variant {
  @Override
  public String name() {
    return "mine";
  }

  @Override
  public Crawler newCrawler(CrawlPlan plan) {
    return new MineCrawler(plan);
  }
}
