package lab.homework.ex07;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lab.homework.Page;
import lab.homework.Web;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Interruption;
import lab.homework.grade.Races;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.ScriptedWeb;
import lab.homework.grade.Starter;

/** Exercise 7. All worker threads come from the check, which so can see which of them waits, and which is left. */
public final class EndingCheck implements Exercise<EndingCrawler> {
  private static final int WORKERS = 3;
  private static final int MANY_WORKERS = 8;

  static final String ENDS = "every page that can be reached is visited, and the crawl ends";
  static final String FAILED = "a page that can't be had is reported, and the crawl goes on";
  static final String NONE_LEFT = "no worker is left afterwards";
  static final String IN_FLIGHT = "no worker goes while a page is still being visited";
  static final String INTERRUPT = "an interrupt ends it, and is told";
  static final String VISIBLE = "what one thread writes, the others are sure to see";
  static final String BUG = "what a fetch throws unexpectedly ends the crawl";

  @Override
  public Card card() {
    return new Card(7, "Make a crawler terminate", List.of(20, 25), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex07/MyEndingCrawler.java");
  }

  @Override
  public Supplier<EndingCrawler> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<EndingCrawler>> rules() {
    return List.of(
        new Rule<>(ENDS, 2, EndingCheck::ends),
        new Rule<>(FAILED, 2, EndingCheck::reportsFailed),
        new Rule<>(NONE_LEFT, 2, EndingCheck::leavesNoWorker),
        new Rule<>(IN_FLIGHT, 4, EndingCheck::waitsForPagesInFlight),
        new Rule<>(BUG, 3, EndingCheck::endsWithTheBug),
        new Rule<>(INTERRUPT, 3, EndingCheck::endsWhenInterrupted),
        new Rule<>(VISIBLE, 3, EndingCheck::hasNoRace));
  }

  private static void ends(EndingCrawler crawler) throws Exception {
    EndingCheckWorkers workers = new EndingCheckWorkers();
    CrawlReport report = crawler.crawl("/", smallSite(), WORKERS, workers);
    RuleBroken.unless(report.visited().equals(Set.of("/", "/a", "/b", "/c")),
        "from / one can reach /, /a, /b and /c, but you visited %s", sorted(report.visited()));
    RuleBroken.unless(report.failed().isEmpty(), "every page could be had, but you reported %s as failed", report.failed());
    RuleBroken.unless(workers.all.size() == WORKERS,
        "there were to be %d workers, but the factory was asked for %d threads: each worker is one of its threads",
        WORKERS, workers.all.size());
  }

  private static ScriptedWeb smallSite() {
    return new ScriptedWeb().page("/", "/a", "/b").page("/a", "/", "/a", "/c").page("/b", "/c").page("/c", "/");
  }

  private static void reportsFailed(EndingCrawler crawler) throws Exception {
    // More pages fail than there are workers: one that dies of the first is missed.
    ScriptedWeb web = new ScriptedWeb().page("/", "/gone/1", "/gone/2", "/a", "/gone/3").page("/a", "/b", "/gone/4").page("/b");
    CrawlReport report = crawler.crawl("/", web, WORKERS, new EndingCheckWorkers());
    RuleBroken.unless(report.failed().equals(Set.of("/gone/1", "/gone/2", "/gone/3", "/gone/4")),
        "/gone/1 to /gone/4 can't be had, but you reported %s as failed: what does a worker do with an IOException?",
        sorted(report.failed()));
    RuleBroken.unless(report.visited().equals(Set.of("/", "/a", "/b")),
        "/, /a and /b can be had, though other pages fail, but you visited %s", sorted(report.visited()));
  }

  private static void leavesNoWorker(EndingCrawler crawler) throws Exception {
    EndingCheckWorkers workers = new EndingCheckWorkers();
    CrawlReport report = crawler.crawl("/", new ScriptedWeb().page("/"), MANY_WORKERS, workers);
    RuleBroken.unless(report.visited().equals(Set.of("/")), "the site has one page, /, but you visited %s", report.visited());
    workers.sayIfOneIsLeft("the crawl is over");
  }

  private static void waitsForPagesInFlight(EndingCrawler crawler) throws Exception {
    EndingCheckSite site = new EndingCheckSite();
    CrawlReport report;
    try {
      report = crawler.crawl("/", site, EndingCheckSite.WORKERS, site.workers);
    } finally {
      site.sayWhatWasSeen();
    }
    RuleBroken.unless(report.visited().equals(Set.of("/", "/quick", "/slow", "/late")),
        "/ links /quick and /slow, and /slow links /late, but you visited only %s: the queue was empty for a while, but a page "
        + "was still being visited, and nobody knew yet what it links", sorted(report.visited()));
  }

  private static void endsWithTheBug(EndingCrawler crawler) throws Exception {
    RuntimeException bug = new IllegalArgumentException("poisoned page");
    ScriptedWeb web = new ScriptedWeb().page("/", "/poison").page("/poison");
    EndingCheckWorkers workers = new EndingCheckWorkers();
    RuntimeException thrown = null;
    try {
      crawler.crawl("/", url -> fetch(web, url, bug), WORKERS, workers);
    } catch (RuntimeException e) {
      thrown = e;
    }
    RuleBroken.unless(thrown != null,
        "the fetch of /poison threw %s: nothing that a page may do, but a bug. You returned as if nothing had been: only an "
        + "IOException says that a page can't be had", bug);
    RuleBroken.unless(thrown instanceof IllegalStateException && isCausedBy(thrown, bug),
        "the fetch of /poison threw %s, and you threw %s: throw an IllegalStateException with the bug as its cause, or nobody "
        + "finds it", bug, thrown);
    workers.sayIfOneIsLeft("the crawl ended with a bug");
  }

  private static void endsWhenInterrupted(EndingCrawler crawler) throws Exception {
    EndingCheckWorkers workers = new EndingCheckWorkers();
    CountDownLatch inFlight = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Web web = url -> {
      inFlight.countDown();
      never.await();
      return new Page(url, List.of());
    };
    Interruption.mustEnd("crawl", () -> crawler.crawl("/", web, WORKERS, workers), () -> inFlight.getCount() == 0);
    workers.sayIfOneIsLeft("the thread that called crawl was interrupted");
  }

  private static void hasNoRace(EndingCrawler crawler) throws Exception {
    Races races = new Races(crawler, EndingCrawler.class, CrawlReport.class);
    waitsForPagesInFlight(races.make(EndingCrawler.class));
    races.sayIfAny();
  }

  private static boolean isCausedBy(Throwable thrown, Throwable bug) {
    return Stream.iterate(thrown.getCause(), e -> e != null, Throwable::getCause).anyMatch(e -> e == bug);
  }

  private static Page fetch(Web web, String url, RuntimeException bug) throws IOException, InterruptedException {
    if (url.equals("/poison")) {
      throw bug;
    }
    return web.fetch(url);
  }

  private static Set<String> sorted(Set<String> urls) {
    return new TreeSet<>(urls);
  }
}
