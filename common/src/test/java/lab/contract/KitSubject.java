package lab.contract;

import java.time.Duration;
import java.util.function.Function;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;

/** The contract of whichever crawler {@link Kit} is just about. Not a test of its own: its name does not say so. */
class KitSubject extends CrawlerContract {
  static Function<CrawlPlan, Crawler> factory;
  static Duration patience;

  @Override
  protected Crawler newCrawler(CrawlPlan plan) {
    return factory.apply(plan);
  }

  @Override
  protected Duration patience() {
    return patience;
  }
}
