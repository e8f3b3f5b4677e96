package lab.homework.ex31;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.homework.Page;
import lab.homework.Web;
import lab.homework.ex25.ChannelCheck;
import lab.homework.ex25.Channels;
import lab.homework.grade.Card;
import lab.homework.grade.ClassUse;
import lab.homework.grade.Exercise;
import lab.homework.grade.Interruption;
import lab.homework.grade.Patience;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.ScriptedWeb;
import lab.homework.grade.Starter;

/** Exercise 31. It runs on the student's own channels, which are watched: that nothing can happen any more is known as soon as it is so. */
public final class ChannelCrawlCheck implements Exercise<ChannelCrawler> {
  private static final int WIDTH = 3;
  private static final String HUB = "/hub/";
  private static final String LEAF = "/leaf/";
  private static final int LEAVES = 20;
  private static final String MADE_FOR_THREADS = "java.util.concurrent.";
  private static final Set<String> SHARES_NOTHING = Set.of("java.util.concurrent.ThreadFactory", "java.util.concurrent.TimeUnit");
  private static final Set<String> OLD_AND_LOCKED = Set.of("java.util.Vector", "java.util.Stack", "java.util.Hashtable", "java.lang.StringBuffer");

  static final String ALL = "every page that can be reached is visited, and the crawl ends";
  static final String SHARES = "threads share nothing but channels";
  static final String ONCE = "no page is fetched twice";
  static final String IN_FLIGHT = "it isn't over while a page is being fetched";
  static final String AS_WIDE = "as many pages are fetched at a time as the crawl is wide, and never more";
  static final String NONE_LEFT = "no thread is left afterwards";
  static final String BUG = "what a fetch throws unexpectedly ends the crawl";
  static final String INTERRUPT = "an interrupt ends it, and is told";

  private final Supplier<Channels> channels;

  /** It is tried with the student's channels. */
  public ChannelCrawlCheck() {
    this(new ChannelCheck().starter());
  }

  /** It is tried with other ones. */
  ChannelCrawlCheck(Supplier<Channels> channels) {
    this.channels = channels;
  }

  @Override
  public Card card() {
    return new Card(31, "The crawl on channels", List.of(20, 25), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex31/MyChannelCrawler.java");
  }

  @Override
  public Supplier<ChannelCrawler> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<ChannelCrawler>> rules() {
    return List.of(
        new Rule<>(ALL, 3, this::visitsAll),
        new Rule<>(SHARES, 1, this::sharesNothing),
        new Rule<>(ONCE, 3, this::fetchesOnce),
        new Rule<>(IN_FLIGHT, 2, this::waitsForPagesInFlight),
        new Rule<>(AS_WIDE, 3, this::isAsWide),
        new Rule<>(NONE_LEFT, 2, this::leavesNoThread),
        new Rule<>(BUG, 2, this::endsWithTheBug),
        new Rule<>(INTERRUPT, 1, this::endsWhenInterrupted));
  }

  private void visitsAll(ChannelCrawler crawler) throws Exception {
    String[] links = Stream.concat(Stream.of("/gone", "/"), leaves()).toArray(String[]::new);
    ScriptedWeb web = withLeaves(new ScriptedWeb().page("/", links));
    Set<String> visited = new ChannelCrawlCheckCrew(channels).crawl(crawler, web, WIDTH, "the crawl never ends");
    Set<String> missing = new TreeSet<>(leaves().toList());
    missing.removeAll(visited);
    RuleBroken.unless(missing.isEmpty() && visited.contains("/"), "/ links %d pages, but you returned only %s: is it over when no page "
        + "waits, though some are still being fetched?", LEAVES, new TreeSet<>(visited));
    RuleBroken.unless(visited.size() == LEAVES + 1, "/gone can't be had, but is among the pages that you returned: "
        + "%s", new TreeSet<>(visited));
  }

  private static Stream<String> leaves() {
    return IntStream.range(0, LEAVES).mapToObj(i -> LEAF + i);
  }

  private static ScriptedWeb withLeaves(ScriptedWeb web) {
    leaves().forEach(web::page);
    return web;
  }

  private void sharesNothing(ChannelCrawler crawler) throws Exception {
    new ChannelCrawlCheckCrew(channels).crawl(crawler, new ScriptedWeb().page("/"), WIDTH, "the crawl never ends");
    Optional<String> shared = ClassUse.of(crawler.getClass(), ChannelCrawlCheck::isShared);
    RuleBroken.unless(shared.isEmpty(), "you use %s: threads are to hand values to one another through channels, and to share nothing. "
        + "What only one thread touches may be a plain HashSet", shared.orElse(""));
    RuleBroken.unless(!ClassUse.locks(crawler.getClass()), "you use a lock, or a volatile field, or a synchronized collection: threads "
        + "are to hand values to one another through channels, and to share nothing. Which one thread could know it all?");
  }

  private static boolean isShared(String used) {
    return OLD_AND_LOCKED.contains(used) || used.equals("java.lang.invoke.VarHandle")
        || used.startsWith(MADE_FOR_THREADS) && !used.endsWith("Exception") && !SHARES_NOTHING.contains(used);
  }

  private void fetchesOnce(ChannelCrawler crawler) throws Exception {
    ScriptedWeb web = new ScriptedWeb().page("/", "/a", "/b", "/c").page("/a", "/", "/b", "/c").page("/b", "/c", "/b").page("/c", "/a");
    new ChannelCrawlCheckCrew(channels).crawl(crawler, web, 1, "the crawl never ends");
    web.counts().entrySet().stream().filter(count -> count.getValue() > 1).findFirst().ifPresent(count -> {
      throw new RuleBroken("%s was fetched %d times: some pages link it, and it was handed out again before it had come back. When does a "
          + "page begin to be known: when it comes back, or when it is found?", count.getKey(), count.getValue());
    });
  }

  /** A seed, and as many hubs as the crawl is wide: they answer when all are asked for, and all link the same leaves. */
  private static ScriptedWeb hubs() {
    String[] hubs = IntStream.range(0, WIDTH).mapToObj(i -> HUB + i).toArray(String[]::new);
    ScriptedWeb web = withLeaves(new ScriptedWeb().page("/", hubs).answersTogether(HUB, WIDTH));
    Stream.of(hubs).forEach(hub -> web.page(hub, leaves().toArray(String[]::new)));
    return web;
  }

  /** What takes long is answered when the thread that has fetched the other page has nothing to do any more. */
  private void waitsForPagesInFlight(ChannelCrawler crawler) throws Exception {
    ScriptedWeb web = new ScriptedWeb().page("/", "/quick", "/slow").page("/quick").page("/slow", "/late").page("/late");
    ChannelCrawlCheckCrew crew = new ChannelCrawlCheckCrew(channels);
    Set<String> visited = crew.crawl(crawler, url -> {
      if (url.equals("/quick")) {
        crew.isQuick(Thread.currentThread());
      } else if (url.equals("/slow")) {
        Patience.until(crew::isQuickOneIdle, "two pages are known and two threads are there, but one page is fetched after the other");
      }
      return web.fetch(url);
    }, 2, "the crawl never ends");
    RuleBroken.unless(visited.equals(Set.of("/", "/quick", "/slow", "/late")), "/ links /quick and /slow, and /slow links /late, but you "
        + "visited only %s: no page was waiting for a while, but one was still being fetched. Count those as well", new TreeSet<>(visited));
  }

  private void isAsWide(ChannelCrawler crawler) throws Exception {
    ScriptedWeb web = hubs().tempts(LEAF, WIDTH + 1);
    ChannelCrawlCheckCrew crew = new ChannelCrawlCheckCrew(channels);
    try {
      crew.crawl(crawler, web, WIDTH, "the crawl never ends");
    } finally {
      RuleBroken.unless(web.hasMet(), "%d pages were known and the crawl is %d wide, but never more than %d were fetched at a time: what "
          + "do you wait for after you have sent a page?", WIDTH, WIDTH, web.peak());
    }
    RuleBroken.unless(web.peak() <= WIDTH && crew.threads().size() == WIDTH, "the crawl is %d wide: %d threads are to fetch, a page each; "
        + "but there were %d threads, and up to %d pages at a time", WIDTH, WIDTH, crew.threads().size(), web.peak());
  }

  private void leavesNoThread(ChannelCrawler crawler) throws Exception {
    ChannelCrawlCheckCrew crew = new ChannelCrawlCheckCrew(channels);
    crew.crawl(crawler, new ScriptedWeb().page("/"), WIDTH, "the crawl never ends");
    crew.sayIfOneIsLeft("the crawl is over");
  }

  private void endsWithTheBug(ChannelCrawler crawler) throws Exception {
    RuntimeException bug = new IllegalArgumentException("poisoned page");
    ChannelCrawlCheckCrew crew = new ChannelCrawlCheckCrew(channels);
    Web web = url -> {
      if (url.equals("/poison")) {
        throw bug;
      }
      return new Page(url, List.of("/poison"));
    };
    try {
      crew.crawl(crawler, web, WIDTH, "the fetch of /poison threw " + bug + ", and its thread is gone: what it was to send never comes");
      throw new RuleBroken("the fetch of /poison threw %s: nothing that a page may do, but a bug. You returned as if nothing had been: "
          + "only an IOException says that a page can't be had", bug);
    } catch (IllegalStateException e) {
      RuleBroken.unless(Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause).anyMatch(bug::equals),
          "the fetch of /poison threw %s, and you threw %s without the bug as its cause: nobody finds it", bug, e);
    }
    crew.sayIfOneIsLeft("the crawl ended with a bug");
  }

  private void endsWhenInterrupted(ChannelCrawler crawler) throws Exception {
    ChannelCrawlCheckCrew crew = new ChannelCrawlCheckCrew(channels);
    CountDownLatch inFlight = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Web web = url -> {
      inFlight.countDown();
      never.await();
      return new Page(url, List.of());
    };
    Interruption.mustEnd("crawl", () -> crawler.crawl("/", web, WIDTH, crew.traffic(), crew), () -> inFlight.getCount() == 0);
    crew.sayIfOneIsLeft("the thread that called crawl was interrupted");
  }
}
