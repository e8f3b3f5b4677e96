package lab.crawl.sync;

import lab.contract.CrawlerContract;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;

/** One thread keeps the contract. */
class SyncContractTest extends CrawlerContract {
  @Override
  protected Crawler newCrawler(CrawlPlan plan) {
    return new SyncCrawler(plan);
  }

  @Override
  protected boolean overlaps() {
    return false;
  }
}
