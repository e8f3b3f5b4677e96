package lab.crawl.async;

import lab.contract.CrawlerContract;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;

/** The event loop keeps the contract. */
class AsyncContractTest extends CrawlerContract {
  @Override
  protected Crawler newCrawler(CrawlPlan plan) {
    return AsyncCrawler.onLoop(plan);
  }
}
