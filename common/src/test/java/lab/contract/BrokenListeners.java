package lab.contract;

import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Visit;
import lab.crawl.Visited;
import okhttp3.HttpUrl;

/** Crawlers that are broken in what they tell their listener. */
final class BrokenListeners {
  private BrokenListeners() {}

  static class NeverSaysBegun extends ReferenceCrawler {
    NeverSaysBegun(CrawlPlan plan) {
      super(plan);
    }

    @Override
    public CrawlResult crawl(CrawlListener listener) {
      return super.crawl(new CrawlListener() {
        @Override
        public void visited(Visit visit, int visited, int known) {
          listener.visited(visit, visited, known);
        }
      });
    }
  }

  static class SaysVisitedTwice extends ReferenceCrawler {
    SaysVisitedTwice(CrawlPlan plan) {
      super(plan);
    }

    @Override
    public CrawlResult crawl(CrawlListener listener) {
      return super.crawl(new CrawlListener() {
        @Override
        public void begun(HttpUrl url) {
          listener.begun(url);
        }

        @Override
        public void visited(Visit visit, int visited, int known) {
          listener.visited(visit, visited, known);
          listener.visited(visit, visited, known);
        }
      });
    }
  }

  /** As if the threads called the listener outside of the lock. */
  static class TellsFromAnyThread extends ReferenceCrawler {
    private volatile CrawlListener listener;

    TellsFromAnyThread(CrawlPlan plan) {
      super(plan);
    }

    @Override
    public CrawlResult crawl(CrawlListener given) {
      listener = given;
      return super.crawl(CrawlListener.NONE);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      listener.begun(url);
      Visited visited = super.visit(url);
      listener.visited(visited.visit(), 0, 0);
      return visited;
    }
  }

  static class TellsAfterTheEnd extends ReferenceCrawler {
    private volatile CrawlListener listener;

    TellsAfterTheEnd(CrawlPlan plan) {
      super(plan);
    }

    @Override
    public CrawlResult crawl(CrawlListener given) {
      listener = given;
      return super.crawl(given);
    }

    @Override
    public void close() {
      super.close();
      listener.visited(new Visit.Saved(plan.seed(), 200, 0, "-", "-"), 1, 1);
    }
  }
}
