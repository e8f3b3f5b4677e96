package lab.crawl.procs;

import lab.contract.CrawlerContract;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;

/** Worker processes keep the contract. */
class ProcsContractIT extends CrawlerContract {
  @Override
  protected Crawler newCrawler(CrawlPlan plan) {
    return new ProcsCrawler(plan);
  }

  /** A worker is a JVM: half as many are started twice as quickly. */
  @Override
  protected int usualWidth() {
    return 2;
  }
}
