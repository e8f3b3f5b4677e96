package lab.crawl.cluster;

import lab.contract.CrawlerContract;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;

/** Two members, each with threads of this JVM, keep the contract. */
class ClusterContractIT extends CrawlerContract {
  @Override
  protected Crawler newCrawler(CrawlPlan plan) {
    return ClusterOptions.newCrawler(plan, "test", Store.at(TestStore.newDatabase()), 2);
  }
}
