package lab.crawl.threads;

import lab.contract.CrawlerContract;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;

/** A pool of platform threads keeps the contract. */
class ThreadsContractTest extends CrawlerContract {
  @Override
  protected Crawler newCrawler(CrawlPlan plan) {
    return ThreadsCrawler.platform(plan);
  }
}
