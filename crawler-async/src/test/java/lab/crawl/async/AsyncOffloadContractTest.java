package lab.crawl.async;

import lab.contract.CrawlerContract;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;

/** The event loop keeps the contract when it hands its work to a pool. */
class AsyncOffloadContractTest extends CrawlerContract {
  @Override
  protected Crawler newCrawler(CrawlPlan plan) {
    return AsyncCrawler.offloading(plan);
  }
}
