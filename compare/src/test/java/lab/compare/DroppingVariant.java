package lab.compare;

import java.util.List;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.Variant;
import lab.crawl.Visit;
import lab.crawl.sync.SyncCrawler;

/** Broken on purpose: does the work, but its result lacks the last page. */
public final class DroppingVariant implements Variant {
  @Override
  public String name() {
    return "dropping";
  }

  @Override
  public Crawler newCrawler(CrawlPlan plan) {
    SyncCrawler honest = new SyncCrawler(plan);
    return new Crawler() {
      @Override
      public CrawlResult crawl(CrawlListener listener) {
        CrawlResult whole = honest.crawl(listener);
        List<Visit> visits = whole.visits().subList(0, whole.visits().size() - 1);
        return new CrawlResult(visits, whole.complete(), whole.capped());
      }

      @Override
      public void close() {
        honest.close();
      }
    };
  }
}
