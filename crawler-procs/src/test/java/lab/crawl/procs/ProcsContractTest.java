package lab.crawl.procs;

import lab.contract.CrawlerContract;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;

/** Worker processes keep the contract. */
class ProcsContractTest extends CrawlerContract {
  @Override
  protected Crawler newCrawler(CrawlPlan plan) {
    return new ProcsCrawler(plan);
  }
}
