package lab.crawl.procs;

import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.crawl.Variant;

/** Worker processes. */
public final class ProcsVariant implements Variant {
  @Override
  public String name() {
    return "procs";
  }

  @Override
  public Crawler newCrawler(CrawlPlan plan) {
    return new ProcsCrawler(plan);
  }
}
