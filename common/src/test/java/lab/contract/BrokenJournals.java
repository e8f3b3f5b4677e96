package lab.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.ForwardingJournal;
import lab.crawl.Journal;
import lab.crawl.Visited;

/** Crawlers that are broken in how they use their journal. */
final class BrokenJournals {
  private BrokenJournals() {}

  private static CrawlListener with(Journal journal) {
    return new CrawlListener() {
      @Override
      public Journal journal() {
        return journal;
      }
    };
  }

  /** Keeps all, but never looks at what was kept. */
  static class BeginsAnew extends ReferenceCrawler {
    BeginsAnew(CrawlPlan plan) {
      super(plan);
    }

    @Override
    public CrawlResult crawl(CrawlListener listener) {
      return super.crawl(with(new ForwardingJournal(listener.journal()) {
        @Override
        public void replay(Consumer<Visited> earlier) {}
      }));
    }
  }

  /** The files come in the end. */
  static class KeepsBeforeItSaves extends ReferenceCrawler {
    KeepsBeforeItSaves(CrawlPlan plan) {
      super(Plans.withoutScopeAndOut(plan).build());
    }
  }

  /** As if the journal were only written by a crawl that comes to its end. */
  static class KeepsWhenAllIsDone extends ReferenceCrawler {
    KeepsWhenAllIsDone(CrawlPlan plan) {
      super(plan);
    }

    @Override
    public CrawlResult crawl(CrawlListener listener) {
      List<Visited> visits = new ArrayList<>();
      CrawlResult result = super.crawl(with(new ForwardingJournal(listener.journal()) {
        @Override
        public void append(Visited visited) {
          visits.add(visited);
        }
      }));
      if (result.complete()) {
        visits.forEach(listener.journal()::append);
      }
      return result;
    }
  }
}
