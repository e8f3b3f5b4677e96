package lab.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Next;
import lab.crawl.Visit;
import lab.crawl.Visited;
import okhttp3.HttpUrl;

/** Crawlers that are broken in how they run a crawl or end it. */
final class BrokenCrawls {
  private BrokenCrawls() {}

  static class ForgetsWhatIsSeen extends ReferenceCrawler {
    ForgetsWhatIsSeen(CrawlPlan plan) {
      super(plan);
    }

    @Override
    public CrawlResult crawl(CrawlListener listener) {
      Deque<HttpUrl> waiting = new ArrayDeque<>(List.of(plan.seed()));
      List<Visit> visits = new ArrayList<>();
      try {
        while (!waiting.isEmpty()) {
          Visited visited = visit(waiting.remove());
          visits.add(visited.visit());
          visited.outlinks().forEach(link -> waiting.add(HttpUrl.get(link)));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new CrawlResult(visits, waiting.isEmpty(), false);
    }
  }

  static class KeepsTheFirstResult extends ReferenceCrawler {
    private CrawlResult first;

    KeepsTheFirstResult(CrawlPlan plan) {
      super(plan);
    }

    @Override
    public CrawlResult crawl(CrawlListener listener) {
      first = first == null ? super.crawl(listener) : first;
      return first;
    }
  }

  static class IgnoresInterrupts extends ReferenceCrawler {
    IgnoresInterrupts(CrawlPlan plan) {
      super(plan);
    }

    @Override
    Future<Visited> take(CompletionService<Visited> visits, Next next) {
      while (true) {
        try {
          return super.take(visits, next);
        } catch (InterruptedException e) {
          // The mistake that this crawler is here to make.
        }
      }
    }
  }

  static class ClaimsToBeComplete extends ReferenceCrawler {
    ClaimsToBeComplete(CrawlPlan plan) {
      super(plan);
    }

    @Override
    public CrawlResult crawl(CrawlListener listener) {
      CrawlResult result = super.crawl(listener);
      return new CrawlResult(result.visits(), true, result.capped());
    }
  }

  static class ClearsTheInterrupt extends ReferenceCrawler {
    ClearsTheInterrupt(CrawlPlan plan) {
      super(plan);
    }

    @Override
    public CrawlResult crawl(CrawlListener listener) {
      CrawlResult result = super.crawl(listener);
      Thread.interrupted();
      return result;
    }
  }

  static class ClosesOnce extends ReferenceCrawler {
    ClosesOnce(CrawlPlan plan) {
      super(plan);
    }

    @Override
    public void close() {
      if (pool.isShutdown()) {
        throw new IllegalStateException("closed already");
      }
      super.close();
    }
  }

  private static void waitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      // The test cleans up.
    }
  }

  static class LeavesAThread extends ReferenceCrawler {
    LeavesAThread(CrawlPlan plan) {
      super(plan);
      Forgotten.add(Thread.ofPlatform().daemon().name("forgotten").start(BrokenCrawls::waitForever));
    }
  }

  static class LeavesAVirtualThread extends ReferenceCrawler {
    LeavesAVirtualThread(CrawlPlan plan) {
      super(plan);
      Forgotten.add(Thread.ofVirtual().name("forgotten").start(BrokenCrawls::waitForever));
    }
  }

  static class LeavesAProcess extends ReferenceCrawler {
    LeavesAProcess(CrawlPlan plan) {
      super(plan);
      String java = ProcessHandle.current().info().command().orElse("java");
      try {
        Forgotten.add(
            new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Forgotten.class.getName()).start());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static class NeverStopsItsPool extends ReferenceCrawler {
    NeverStopsItsPool(CrawlPlan plan) {
      super(plan);
    }

    @Override
    void stopPool() {
      pool.shutdown();
    }
  }

  static class SwallowsBugs extends ReferenceCrawler {
    SwallowsBugs(CrawlPlan plan) {
      super(plan);
    }

    @Override
    public CrawlResult crawl(CrawlListener listener) {
      try {
        return super.crawl(listener);
      } catch (RuntimeException | Error e) {
        return new CrawlResult(List.of(), true, false);
      }
    }
  }

  static class SwallowsErrors extends ReferenceCrawler {
    SwallowsErrors(CrawlPlan plan) {
      super(plan);
    }

    @Override
    public CrawlResult crawl(CrawlListener listener) {
      try {
        return super.crawl(listener);
      } catch (CrawlBugException e) {
        if (e.getCause() instanceof Error) {
          return new CrawlResult(List.of(), true, false);
        }
        throw e;
      }
    }
  }

  static class LosesTheCause extends ReferenceCrawler {
    LosesTheCause(CrawlPlan plan) {
      super(plan);
    }

    @Override
    public CrawlResult crawl(CrawlListener listener) {
      try {
        return super.crawl(listener);
      } catch (RuntimeException | Error e) {
        throw new IllegalStateException("something went wrong");
      }
    }
  }
}
