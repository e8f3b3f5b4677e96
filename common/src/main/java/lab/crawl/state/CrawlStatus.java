package lab.crawl.state;

import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Frontier;
import lab.crawl.Journal;

/**
 * How far a crawl is that keeps its state.
 *
 * @param plan what it is to do
 * @param result what it has come to by now
 * @param waiting how many pages are known and not visited yet
 * @param running whether a process is at it just now
 */
public record CrawlStatus(CrawlPlan plan, CrawlResult result, int waiting, boolean running) {

  /** The status of the crawl that has written that journal. */
  static CrawlStatus of(CrawlPlan plan, Journal journal, boolean running) {
    Frontier frontier = new Frontier(plan, new CrawlListener() {
      @Override
      public Journal journal() {
        return journal;
      }
    });
    return new CrawlStatus(plan, frontier.result(), frontier.waiting(), running);
  }

  /** Whether there is nothing left to do. */
  public boolean isComplete() {
    return result.complete();
  }
}
