package lab.crawl.async;

import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;

/** The event loop with a pool for what needs the processor keeps it, too. */
class AsyncOffloadContractTest extends AsyncContractTest {
  @Override
  protected Crawler newCrawler(CrawlPlan plan) {
    return AsyncCrawler.offloading(plan);
  }
}
