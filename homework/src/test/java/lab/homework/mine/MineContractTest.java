package lab.homework.mine;

import lab.contract.CrawlerContract;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The contract that every crawler of the lab keeps, for yours: {@code -Dexercise=mine}. */
@EnabledIfSystemProperty(named = "exercise", matches = "mine", disabledReason = "only with -Dexercise=mine")
class MineContractTest extends CrawlerContract {
  @Override
  protected Crawler newCrawler(CrawlPlan plan) {
    return new MineCrawler(plan);
  }
}
