package lab.crawl.cluster;

import lab.contract.CrawlerContract;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import org.junit.jupiter.api.BeforeAll;

/** Two members, each with threads of this JVM, keep the contract. */
class ClusterContractIT extends CrawlerContract {
  /** The server takes its time to start, which no rule should wait for. */
  @BeforeAll
  static void startServer() {
    TestStore.newDatabase();
  }

  /** A plan lies in the database, which is no place for passwords. */
  @Override
  protected boolean takesRequestSettings() {
    return false;
  }

  @Override
  protected Crawler newCrawler(CrawlPlan plan) {
    return new ClusterCrawler(plan, "test", Store.at(TestStore.newDatabase()),
        store -> new ThreadTeam(store, ClusterOptions.widths(2, plan.concurrency()), Member.LONGEST_WORK));
  }
}
