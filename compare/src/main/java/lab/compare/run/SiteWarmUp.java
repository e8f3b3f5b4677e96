package lab.compare.run;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lab.crawl.CrawlPlan;
import lab.crawl.fetch.BlockingFetcher;

/**
 * Requests to a practice site before anything is measured: a fresh server is slow until its code is compiled, and would make
 * whichever variant comes first look bad.
 */
public final class SiteWarmUp {
  private static final int WIDTH = 32;
  private static final Duration LENGTH = Duration.ofSeconds(3);

  private SiteWarmUp() {}

  /** Asks for the seed again and again, for three seconds, six at most. Not for a site that isn't ours. */
  public static void run(CrawlPlan plan) {
    run(plan, LENGTH);
  }

  /** The same for as long as given, with up to three seconds more for replies that are still out. */
  public static void run(CrawlPlan plan, Duration length) {
    long end = System.nanoTime() + length.toNanos();
    // Closing the pool waits for all of them.
    CrawlPlan brief = CrawlPlan.of(plan.seed()).concurrency(WIDTH).retries(0).timeout(LENGTH).build();
    try (BlockingFetcher fetcher = new BlockingFetcher(brief);
        ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int asker = 0; asker < WIDTH; asker++) {
        pool.execute(() -> askUntil(end, fetcher, plan));
      }
    }
  }

  private static void askUntil(long end, BlockingFetcher fetcher, CrawlPlan plan) {
    try {
      while (System.nanoTime() < end) {
        fetcher.fetch(plan.seed());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
