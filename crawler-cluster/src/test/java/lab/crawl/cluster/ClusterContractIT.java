package lab.crawl.cluster;

import java.util.Optional;
import lab.contract.CrawlerContract;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;

/** Two members, each with threads of this JVM, keep the contract. */
class ClusterContractIT extends CrawlerContract {
  @Override
  protected Crawler newCrawler(CrawlPlan plan) {
    return new ClusterOptions(Optional.of(TestStore.newDatabase()), Optional.empty(), 2).newCrawler(plan);
  }
}
