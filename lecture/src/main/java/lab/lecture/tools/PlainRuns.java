package lab.lecture.tools;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.lecture.faults.Fault;
import lab.lecture.faults.MemorySite;

/** Runs a crawl of a small, healthy site a thousand times, and looks at what comes of it and at what the site counted. */
final class PlainRuns implements Asked {
  private static final int PAGES = 40;
  private static final int WIDTH = 4;
  private static final int USUAL = 1_000;

  private final int runs;
  private final Duration patience;

  /** As the lab wants it. */
  PlainRuns() {
    this(USUAL, Duration.ofSeconds(5));
  }

  /**
   * So many runs.
   *
   * @param patience after which a run is said to hang
   */
  PlainRuns(int runs, Duration patience) {
    this.runs = runs;
    this.patience = patience;
  }

  @Override
  public Find about(Fault fault) throws Exception {
    return fault == Fault.BLOCKED_LOOP
        ? Find.notAsked("the loop's crawler fetches by a client of its own, and not from memory; it gives the right result, late")
        : run(fault, run -> Find.found(after(run), "the crawl has not ended"));
  }

  /** The same, with what is to be said of a run that hangs. */
  Find run(Fault fault, IntFunction<Find> hanging) throws Exception {
    for (int run = 1; run <= runs; run++) {
      Optional<String> wrong;
      try {
        wrong = once(fault).get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        return hanging.apply(run);
      }
      if (wrong.isPresent()) {
        return Find.found(after(run), wrong.get());
      }
    }
    return Find.notFound(after(runs));
  }

  static String after(int run) {
    return run == 1 ? "1 run" : String.format(Locale.ROOT, "%,d runs", run);
  }

  /** On a thread of its own, because nobody can wait for a crawl that doesn't end. */
  private static CompletableFuture<Optional<String>> once(Fault fault) {
    return CompletableFuture.supplyAsync(() -> crawl(fault), task -> Thread.ofPlatform().daemon().name("crawl").start(task));
  }

  private static Optional<String> crawl(Fault fault) {
    MemorySite site = new MemorySite(PAGES);
    CrawlPlan plan = CrawlPlan.of(MemorySite.SEED.toString()).concurrency(WIDTH).checksumRounds(0).build();
    try (Crawler crawler = fault.newCrawler(plan, site)) {
      return wrong(crawler.crawl(CrawlListener.NONE), site);
    } catch (RuntimeException e) {
      Throwable bug = e.getCause() == null ? e : e.getCause();
      return Optional.of("the crawl was ended by " + bug + " at " + bug.getStackTrace()[0]);
    }
  }

  private static Optional<String> wrong(CrawlResult result, MemorySite site) {
    if (site.asked() != site.pages() || !result.complete()) {
      return Optional.of("of " + site.pages() + " pages " + site.asked() + " were asked for"
          + (result.complete() ? "" : ", and the result isn't complete"));
    }
    if (site.requests() != site.pages()) {
      return Optional.of(site.requests() + " requests for " + site.pages() + " pages");
    }
    return result.visits().size() == site.pages()
        ? Optional.empty()
        : Optional.of(result.visits().size() + " visits of " + site.pages() + " pages");
  }
}
