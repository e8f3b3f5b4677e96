package lab.homework.ex01;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.homework.Page;
import lab.homework.Web;
import lab.homework.grade.AtRest;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Patience;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.ScriptedWeb;
import lab.homework.grade.Starter;

/** Exercise 1. The site counts ticks instead of time: so what is measured is exact, however slow the machine is. */
public final class PoolCheck implements Exercise<PoolCrawler> {
  private static final List<Integer> SWEEP = List.of(1, 2, 4, 8, 12, 16, 32);
  /** Two, for a pool that has always as many threads may have as many as one of them by luck. */
  private static final List<Integer> WIDTHS = List.of(3, 5);
  private static final int PAGES = 48;
  private static final int FEW_PAGES = 8;
  private static final double NEARLY_BEST = 0.9;
  private static final int TOLERANCE = 2;
  /** How many requests the site answers at a time: 3 processors do one in 5 ms each, and each is in flight for 20 ms. */
  static final int SITE_CAPACITY = 12;

  private static final String PREDICTED = "a prediction is made";
  static final String ALL = "every page is there when the crawl returns";
  static final String WIDTH = "the pool has as many threads as it is told to have";
  static final String KNEE = "the prediction fits what the sweep measures";

  @Override
  public Card card() {
    return new Card(1, "Predict, then sweep the pool", List.of(18, 24), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex01/MyPoolCrawler.java");
  }

  @Override
  public Supplier<PoolCrawler> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<PoolCrawler>> rules() {
    return List.of(
        new Rule<>(PREDICTED, 1, PoolCheck::predicts),
        new Rule<>(ALL, 2, PoolCheck::fetchesAll),
        new Rule<>(WIDTH, 3, PoolCheck::keepsTheWidth),
        new Rule<>(KNEE, 3, PoolCheck::predictsTheKnee));
  }

  private static void predicts(PoolCrawler crawler) {
    Prediction prediction = crawler.prediction();
    RuleBroken.unless(prediction != null && prediction.knee() > 0 && prediction.why() != null && !prediction.why().isBlank(),
        "not begun yet: write a whole number after `knee =` and a reason after `why =` into "
            + "homework/src/main/resources/lab/homework/ex01/prediction.properties. A guess is enough");
  }

  private static void fetchesAll(PoolCrawler crawler) throws Exception {
    List<String> urls = urls(FEW_PAGES);
    ScriptedWeb web = new ScriptedWeb();
    urls.forEach(web::page);
    CountDownLatch seen = new CountDownLatch(1);
    List<String> got = sortedUrls(crawler.crawl(urls, holdingTheLast(urls, web, seen), 2));
    seen.countDown();
    RuleBroken.unless(got.equals(urls),
        "of the %d pages %s, your crawl returned %s: does it wait until the last thread has its page? submit() and shutdown() "
            + "don't wait, Future.get() and awaitTermination() do",
        FEW_PAGES, urls, got);
    urls.forEach(url -> RuleBroken.unless(web.count(url) == 1, "%s was fetched %d times instead of once", url, web.count(url)));
  }

  /** A site that gives its last page to whoever waits for it; to who doesn't, only after its list of pages has been seen. */
  private static Web holdingTheLast(List<String> urls, Web web, CountDownLatch seen) {
    Thread caller = Thread.currentThread();
    return url -> {
      if (url.equals(urls.getLast()) && Thread.currentThread() != caller) {
        Patience.until(() -> seen.getCount() == 0 || AtRest.isSo(caller), "the crawl neither waits for its last page nor returns");
      }
      return web.fetch(url);
    };
  }

  private static void keepsTheWidth(PoolCrawler crawler) throws Exception {
    for (int width : WIDTHS) {
      TickingSite site = new TickingSite(PAGES, width);
      try {
        crawler.crawl(urls(PAGES), site, width);
      } finally {
        RuleBroken.unless(site.threads() == width,
            "told to have %d threads, your pool fetched with %d: is it made for `width` threads, or for another number, "
                + "whatever the width is?",
            width, site.threads());
        site.mustHaveBeenFull();
      }
    }
  }

  private static void predictsTheKnee(PoolCrawler crawler) throws Exception {
    Map<Integer, Double> pagesPerTick = new TreeMap<>();
    for (int width : SWEEP) {
      TickingSite site = new TickingSite(PAGES, width);
      try {
        crawler.crawl(urls(PAGES), site, width);
      } finally {
        site.mustHaveBeenFull();
      }
      pagesPerTick.put(width, (double) PAGES / site.ticks());
    }
    int knee = knee(pagesPerTick);
    int predicted = crawler.prediction().knee();
    RuleBroken.unless(predicted <= knee * TOLERANCE && knee <= predicted * TOLERANCE,
        "you predicted that from %d threads on more don't help, and measured is %d. Threads and pages in 20 ms: %s. Three processors with "
            + "5 ms for each request do 600 in a second, and each of these is in flight for 20 ms: how many are that at a time? Whatever "
            + "more you send only waits there instead of in your pool",
        predicted, knee, table(pagesPerTick));
  }

  /** The least width that is nearly as good as the best. */
  private static int knee(Map<Integer, Double> pagesPerTick) {
    double best = pagesPerTick.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    return SWEEP.stream().filter(width -> pagesPerTick.get(width) >= NEARLY_BEST * best).findFirst().orElseThrow();
  }

  private static String table(Map<Integer, Double> pagesPerTick) {
    return pagesPerTick.entrySet().stream()
        .map(row -> "%d: %.1f".formatted(row.getKey(), row.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static List<String> urls(int pages) {
    return IntStream.range(0, pages).mapToObj("/%02d"::formatted).toList();
  }

  private static List<String> sortedUrls(List<Page> pages) {
    RuleBroken.unless(pages != null, "your crawl returned null instead of a list of pages");
    // A crawl that doesn't wait may still add to its list.
    return new ArrayList<>(pages).stream().filter(Objects::nonNull).map(Page::url).sorted().toList();
  }

  /**
   * A site whose time is made of ticks. One passes when as many requests wait as ever can: then those are answered that came
   * first, as many as it has capacity for. Guarded by its monitor.
   */
  private static final class TickingSite implements Web {
    private final int width;
    private final Queue<Object> waiting = new ArrayDeque<>();
    private final Set<Thread> threads = new HashSet<>();
    private int left;
    private int ticks;
    private long lastEvent = System.nanoTime();
    private String givenUp = "";

    TickingSite(int pages, int width) {
      this.left = pages;
      this.width = width;
    }

    @Override
    public synchronized Page fetch(String url) throws IOException, InterruptedException {
      Object request = new Object();
      threads.add(Thread.currentThread());
      waiting.add(request);
      lastEvent = System.nanoTime();
      tickWhenFull();
      while (waiting.contains(request)) {
        awaitTick();
      }
      return new Page(url, List.of());
    }

    private void tickWhenFull() {
      while (left > 0 && waiting.size() >= Math.min(width, left)) {
        ticks++;
        for (int i = 0; i < SITE_CAPACITY && waiting.poll() != null; i++) {
          left--;
        }
        notifyAll();
      }
    }

    private void awaitTick() throws IOException, InterruptedException {
      long millis = TimeUnit.SECONDS.toMillis(Patience.SECONDS) - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastEvent);
      if (givenUp.isEmpty() && millis <= 0) {
        givenUp = ("with %d threads and %d pages left, only %d requests were in flight: "
            + "who has its page must take the next at once")
            .formatted(width, left, waiting.size());
        notifyAll();
      }
      if (!givenUp.isEmpty()) {
        throw new IOException("the site gave up: " + givenUp);
      }
      wait(millis);
    }

    synchronized void mustHaveBeenFull() {
      RuleBroken.unless(givenUp.isEmpty(), "%s", givenUp);
    }

    synchronized int ticks() {
      return ticks;
    }

    synchronized int threads() {
      return threads.size();
    }
  }
}
