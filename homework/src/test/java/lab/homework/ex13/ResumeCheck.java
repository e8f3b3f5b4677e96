package lab.homework.ex13;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import lab.homework.Page;
import lab.homework.Web;
import lab.homework.ex13.ResumableCrawler.Progress;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Patience;
import lab.homework.grade.Races;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/**
 * Exercise 13. A chain of pages leads to a fan of five. The site holds the replies of the fan, and so the crawl is cancelled when
 * the whole chain is done, as many of the fan are in flight as there are threads, and the others wait.
 */
public final class ResumeCheck implements Exercise<ResumableCrawler> {
  private static final int THREADS = 2;
  private static final String SEED = "/";
  private static final Set<String> CHAIN = Set.of(SEED, "/a", "/b");
  private static final String FAN = "/fan";
  private static final Map<String, List<String>> LINKS = Map.of(
      SEED, List.of("/a"),
      "/a", List.of("/b", SEED),
      "/b", List.of("/fan1", "/fan2", "/fan3", "/fan4", "/fan5"),
      "/fan1", List.of(SEED, "/end"),
      "/fan2", List.of("/a", "/fan1", "/end"),
      "/fan3", List.of("/b", "/end"),
      "/fan4", List.of("/end"),
      "/fan5", List.of("/fan4", SEED),
      "/end", List.of(SEED));

  private static final String ALL = "a crawl that nobody cancels visits every page, once";
  static final String CANCEL = "cancel ends the crawl, even while replies are awaited";
  static final String SAVED = "each known page is saved, either as done or as to do";
  static final String VISIBLE = "what one thread writes, the others are sure to see";
  static final String RESUME = "who resumes loses no page, and fetches none again that was done";

  @Override
  public Card card() {
    return new Card(13, "Cancel and resume", List.of(20), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex13/MyResumableCrawler.java");
  }

  @Override
  public Supplier<ResumableCrawler> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<ResumableCrawler>> rules() {
    return List.of(
        new Rule<>(ALL, 2, ResumeCheck::visitsAll),
        new Rule<>(CANCEL, 3, ResumeCheck::cancels),
        new Rule<>(SAVED, 4, ResumeCheck::savesEachOnce),
        new Rule<>(RESUME, 4, ResumeCheck::resumes),
        new Rule<>(VISIBLE, 3, ResumeCheck::hasNoRace));
  }

  private static void visitsAll(ResumableCrawler crawler) throws Exception {
    HeldSite site = new HeldSite();
    site.open();
    Progress progress = notNull(crawler.crawl(Progress.seed(SEED), site, THREADS));
    RuleBroken.unless(progress.done().equals(LINKS.keySet()) && progress.toDo().isEmpty(),
        "nobody cancelled, and from %s one can reach %s, but done is %s and still to do is %s",
        SEED, sorted(LINKS.keySet()), sorted(progress.done()), sorted(progress.toDo()));
    site.begun().forEach((url, count) ->
        RuleBroken.unless(count == 1, "%s was fetched %d times instead of once, though nobody cancelled", url, count));
  }

  private static void cancels(ResumableCrawler crawler) throws Exception {
    crawlAndCancel(crawler, new HeldSite());
  }

  private static void savesEachOnce(ResumableCrawler crawler) throws Exception {
    Cancelled cancelled = crawlAndCancel(crawler, new HeldSite());
    Set<String> done = cancelled.saved.done();
    Set<String> toDo = cancelled.saved.toDo();
    for (String url : sorted(LINKS.keySet())) {
      boolean isInFlight = cancelled.inFlight.contains(url);
      boolean isKnown = CHAIN.contains(url) || url.startsWith(FAN);
      RuleBroken.unless(!done.contains(url) || !toDo.contains(url),
          "%s is saved both as done and as to do%s: from when on is a page done?", url, isInFlight ? ", and was in flight" : "");
      RuleBroken.unless(!isKnown || done.contains(url) || toDo.contains(url),
          "%s was %s when the crawl was cancelled, and is saved neither as done nor as to do: it is lost for whoever resumes",
          url, isInFlight ? "in flight" : "known");
      RuleBroken.unless(CHAIN.contains(url) || !done.contains(url), "%s is saved as done, but its reply never came", url);
      RuleBroken.unless(!CHAIN.contains(url) || !toDo.contains(url), "%s was done long ago, but is saved as to do", url);
    }
  }

  private static void hasNoRace(ResumableCrawler crawler) throws Exception {
    Races races = new Races(crawler, ResumableCrawler.class);
    crawlAndCancel(races.make(ResumableCrawler.class), new HeldSite());
    races.sayIfAny();
  }

  private static void resumes(ResumableCrawler crawler) throws Exception {
    HeldSite site = new HeldSite();
    Cancelled cancelled = crawlAndCancel(crawler, site);
    site.open();
    Progress end = notNull(result(start("the second crawl", () -> crawler.crawl(cancelled.saved, site, THREADS)),
        "after cancel and resume, with all replies coming, the second crawl never ends"));
    RuleBroken.unless(end.toDo().isEmpty(),
        "resumed, the crawl ended with %s still to do: does it still think that it is cancelled?", sorted(end.toDo()));
    RuleBroken.unless(end.done().equals(LINKS.keySet()),
        "after cancel and resume all of %s should be done, but done is %s: what was saved, and what was lost?",
        sorted(LINKS.keySet()), sorted(end.done()));
    site.begun().forEach((url, count) -> RuleBroken.unless(count <= (cancelled.inFlight.contains(url) ? 2 : 1),
        "%s was fetched %d times over both crawls, but in flight at the cancel were only %s: what was done or had not begun must "
            + "not be fetched twice. Does the second crawl know what the first has done?",
        url, count, sorted(cancelled.inFlight)));
  }

  /**
   * What came of a crawl that was cancelled.
   *
   * @param saved what it returned
   * @param inFlight what was in flight when it was cancelled
   */
  private record Cancelled(Progress saved, Set<String> inFlight) {}

  private static Cancelled crawlAndCancel(ResumableCrawler crawler, HeldSite site) throws Exception {
    FutureTask<Progress> crawl = start("the crawl", () -> crawler.crawl(Progress.seed(SEED), site, THREADS));
    try {
      site.awaitFan(crawl);
      Set<String> inFlight = site.fan();
      result(start("who cancels", () -> {
        crawler.cancel();
        return null;
      }), "cancel() doesn't return while replies are awaited: does the crawl hold a lock that cancel() needs?");
      Progress saved = notNull(result(crawl,
          "%s were in flight when the crawl was cancelled, and it still waits for them: "
              + "who wakes a thread that waits for a reply? A flag alone doesn't, an interrupt does", sorted(inFlight)));
      return new Cancelled(saved, inFlight);
    } finally {
      site.open();
    }
  }

  private static <V> FutureTask<V> start(String name, Callable<V> call) {
    FutureTask<V> task = new FutureTask<>(call);
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  private static <V> V result(FutureTask<V> task, String tooLate, Object... values) throws Exception {
    try {
      return task.get(Patience.SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new RuleBroken(tooLate, values);
    }
  }

  private static Progress notNull(Progress progress) {
    RuleBroken.unless(progress != null && progress.done() != null && progress.toDo() != null,
        "crawl returned %s: it must return what is done and what is to do, each possibly empty", progress);
    return progress;
  }

  private static Set<String> sorted(Collection<String> urls) {
    return new TreeSet<>(urls);
  }

  /** Answers the chain at once, and the fan only when it is open. Guarded by its monitor. */
  private static final class HeldSite implements Web {
    private final Map<String, Integer> begun = new TreeMap<>();
    private final CountDownLatch held = new CountDownLatch(THREADS);
    private final CountDownLatch open = new CountDownLatch(1);

    @Override
    public Page fetch(String url) throws IOException, InterruptedException {
      begin(url);
      if (url.startsWith(FAN)) {
        held.countDown();
        open.await();
      }
      if (!LINKS.containsKey(url)) {
        throw new IOException("404 Not Found: " + url);
      }
      return new Page(url, LINKS.get(url));
    }

    private synchronized void begin(String url) {
      begun.merge(url, 1, Integer::sum);
    }

    void open() {
      open.countDown();
    }

    void awaitFan(FutureTask<Progress> crawl) throws Exception {
      Patience.until(() -> held.getCount() == 0 || crawl.isDone(),
          "%d pages were to do and there were %d threads, but never so many were in flight at a time",
          LINKS.get("/b").size(), THREADS);
      if (held.getCount() > 0) {
        crawl.get();
        throw new RuleBroken("nobody cancelled, but the crawl ended while pages were still to do");
      }
    }

    synchronized Set<String> fan() {
      Set<String> fan = new HashSet<>(begun.keySet());
      fan.removeIf(url -> !url.startsWith(FAN));
      return fan;
    }

    synchronized Map<String, Integer> begun() {
      return new TreeMap<>(begun);
    }
  }
}
