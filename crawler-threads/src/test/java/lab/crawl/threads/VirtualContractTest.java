package lab.crawl.threads;

import lab.contract.CrawlerContract;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;

/** A virtual thread for each page keeps the contract. */
class VirtualContractTest extends CrawlerContract {
  @Override
  protected Crawler newCrawler(CrawlPlan plan) {
    return ThreadsCrawler.virtual(plan);
  }
}
