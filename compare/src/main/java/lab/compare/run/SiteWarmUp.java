package lab.compare.run;

import java.time.Duration;
import lab.compare.stats.SteadyState;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.crawl.cli.CrawlTarget;
import lab.fixtures.PracticeSite;

/**
 * Crawls of a practice site before anything is measured: a fresh server is slow until its code is compiled, and would make
 * whichever variant comes first look bad. It is crawled until its own CPU time a crawl levels off.
 */
public final class SiteWarmUp {
  private static final String VARIANT = "virtual";
  private static final int WIDTH = 64;
  private static final int MOST_PAGES = 4 * WIDTH;
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private SiteWarmUp() {}

  /** Does so for three seconds at most; nothing for a site that isn't ours. */
  public static void run(CrawlTarget target, CrawlPlan plan) {
    run(target, plan, LONGEST);
  }

  /** The same for as long as given at most. */
  public static void run(CrawlTarget target, CrawlPlan plan, Duration longest) {
    target.site().ifPresent(site -> run(site, quick(plan), longest));
  }

  /** Of so few pages, so many at a time, that a crawl takes four latencies or so. */
  private static CrawlPlan quick(CrawlPlan plan) {
    return CrawlPlan.of(plan.seed()).concurrency(WIDTH).maxPages(MOST_PAGES).checksumRounds(0).build();
  }

  private static void run(PracticeSite site, CrawlPlan plan, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    SteadyState state = new SteadyState();
    try (Crawler crawler = Variants.named(VARIANT).newCrawler(plan)) {
      while (!state.isReached() && System.nanoTime() < end) {
        site.reset();
        crawler.crawl(CrawlListener.NONE);
        state.add(site.totals().cpuMillis(), 0);
      }
    }
  }
}
