package lab.homework.ex11;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lab.homework.Page;
import lab.homework.Web;
import lab.homework.ex11.VirtualFetcher.Fetched;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Interruption;
import lab.homework.grade.Patience;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.ScriptedWeb;
import lab.homework.grade.Starter;

/** Exercise 11. The site sees on which threads it is asked, and how many requests are in flight. */
public final class VirtualCheck implements Exercise<VirtualFetcher> {
  private static final int WIDTH = 4;
  private static final int FEW = 12;
  private static final int MANY = 40;

  private static final String ALL = "every page comes back, by its URL";
  static final String VIRTUAL = "each page is fetched on a virtual thread of its own";
  static final String REACHED = "as many pages are fetched at a time as the width allows";
  static final String LIMIT = "never more pages are fetched at a time than the width allows";
  static final String INTERRUPT = "an interrupt ends it, and is told";
  static final String RELEASE = "a fetch that fails makes room for the next one";

  @Override
  public Card card() {
    return new Card(11, "Virtual threads with a width limit", List.of(24, 29, 30), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex11/MyVirtualFetcher.java");
  }

  @Override
  public Supplier<VirtualFetcher> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<VirtualFetcher>> rules() {
    return List.of(
        new Rule<>(ALL, 1, VirtualCheck::fetchesAll),
        new Rule<>(VIRTUAL, 2, VirtualCheck::isVirtual),
        new Rule<>(REACHED, 2, VirtualCheck::reachesTheWidth),
        new Rule<>(LIMIT, 2, VirtualCheck::keepsTheWidth),
        new Rule<>(RELEASE, 3, VirtualCheck::releases),
        new Rule<>(INTERRUPT, 2, VirtualCheck::endsWhenInterrupted));
  }

  private static void fetchesAll(VirtualFetcher fetcher) throws Exception {
    ScriptedWeb web = site(FEW);
    Fetched fetched = fetcher.fetchAll(urls(FEW), web, WIDTH);
    expect(fetched.pages().keySet(), urls(FEW), "pages");
    for (Map.Entry<String, Page> entry : fetched.pages().entrySet()) {
      RuleBroken.unless(entry.getValue().url().equals(entry.getKey()),
          "under %s you returned the page %s: which thread puts which page where?", entry.getKey(), entry.getValue().url());
    }
    RuleBroken.unless(web.requests() == FEW, "%d pages took %d requests: each page is asked for once", FEW, web.requests());
  }

  private static void isVirtual(VirtualFetcher fetcher) throws Exception {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    ScriptedWeb site = site(FEW);
    Web web = url -> {
      threads.add(Thread.currentThread());
      return site.fetch(url);
    };
    fetcher.fetchAll(urls(FEW), web, WIDTH);
    threads.stream().filter(thread -> !thread.isVirtual()).findAny().ifPresent(thread -> {
      throw new RuleBroken("a page was fetched on \"%s\", which is a platform thread, one of the system's: who made it? "
          + "Look at Thread.ofVirtual and at the factories of Executors", thread.getName());
    });
    RuleBroken.unless(threads.size() == FEW,
        "%d pages were fetched on %d virtual threads: a virtual thread is too cheap to be used again. Give each page a new one, "
            + "and let something else than the number of threads keep the width", FEW, threads.size());
  }

  private static void reachesTheWidth(VirtualFetcher fetcher) throws Exception {
    ScriptedWeb web = site(FEW).answersTogether("/", WIDTH);
    try {
      fetcher.fetchAll(urls(FEW), web, WIDTH);
    } finally {
      RuleBroken.unless(web.hasMet(),
          "%d pages were to be fetched with a width of %d, but never more than %d were in flight at a time: what does each "
              + "thread hold, or wait for, while it fetches?", FEW, WIDTH, web.peak());
    }
  }

  private static void keepsTheWidth(VirtualFetcher fetcher) throws Exception {
    ScriptedWeb web = site(MANY).answersTogether("/", WIDTH).tempts("", WIDTH + 1);
    fetcher.fetchAll(urls(MANY), web, WIDTH);
    RuleBroken.unless(web.peak() <= WIDTH,
        "%d requests were in flight at a time, with a width of %d: you may have as many threads as you like, but before it "
            + "fetches each one needs a permit. Look at Semaphore", web.peak(), WIDTH);
  }

  /** More pages fail than there are permits: whoever loses one each time has none left before the end. */
  private static void releases(VirtualFetcher fetcher) throws Exception {
    int width = 2;
    List<String> bad = urls(FEW).subList(1, 2 + 2 * width);
    List<String> good = urls(FEW).stream().filter(url -> !bad.contains(url)).toList();
    ScriptedWeb web = site(FEW);
    bad.forEach(url -> web.failing(url, 1));
    Fetched fetched = fetcher.fetchAll(urls(FEW), web, width);
    expect(fetched.pages().keySet(), good, "pages");
    expect(fetched.failures().keySet(), bad, "failures");
  }

  private static void endsWhenInterrupted(VirtualFetcher fetcher) throws Exception {
    AtomicInteger inFlight = new AtomicInteger();
    CountDownLatch never = new CountDownLatch(1);
    Web web = url -> {
      inFlight.incrementAndGet();
      try {
        never.await();
        return new Page(url, List.of());
      } finally {
        inFlight.decrementAndGet();
      }
    };
    Interruption.mustEnd("fetchAll", () -> fetcher.fetchAll(urls(FEW), web, WIDTH), () -> inFlight.get() == WIDTH);
    Patience.until(() -> inFlight.get() == 0,
        "fetchAll ended by an interrupt, but %d of its threads still wait for pages: shut the executor down now, in a finally block",
        inFlight.get());
  }

  private static void expect(Set<String> seen, List<String> expected, String what) {
    RuleBroken.unless(seen.equals(Set.copyOf(expected)), "the %s must be those of %s, but you returned those of %s",
        what, new TreeSet<>(expected), new TreeSet<>(seen));
  }

  private static List<String> urls(int count) {
    return IntStream.range(0, count).mapToObj(i -> "/" + i).toList();
  }

  private static ScriptedWeb site(int count) {
    ScriptedWeb web = new ScriptedWeb();
    urls(count).forEach(web::page);
    return web;
  }
}
