package lab.lecture.tools;

import static lab.lecture.verdicts.Words.say;

import java.time.Duration;
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
import lab.lecture.verdicts.Unit;

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
        ? Find.notAsked(say("tools.not-from-memory"))
        : run(fault, run -> Find.found(after(run), say("tools.not-ended")));
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
    return say(run == 1 ? "tools.runs.one" : "tools.runs.many", Unit.COUNT.text(run));
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
      return Optional.of(say("tools.ended-by", bug, bug.getStackTrace()[0]));
    }
  }

  private static Optional<String> wrong(CrawlResult result, MemorySite site) {
    if (site.asked() != site.pages() || !result.complete()) {
      return Optional.of(say(result.complete() ? "tools.asked-for" : "tools.incomplete", site.pages(), site.asked()));
    }
    if (site.requests() != site.pages()) {
      return Optional.of(say("tools.requests", site.requests(), site.pages()));
    }
    return result.visits().size() == site.pages()
        ? Optional.empty()
        : Optional.of(say("tools.visits", result.visits().size(), site.pages()));
  }
}
