package lab.homework.ex02;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lab.homework.Page;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.ScriptedWeb;
import lab.homework.grade.Starter;

/** Exercise 2. The site answers whichever of the waiting requests a seed decides. */
public final class OrderCheck implements Exercise<OrderedFetcher> {
  private static final int WIDTH = 4;
  private static final int PAGES = 12;
  private static final int SHUFFLES = 5;
  private static final String NOTHING = "(nothing)";

  private static final String ALL = "there is a page for each URL";
  static final String OVERLAP = "as many pages are in flight as the width allows";
  static final String LIMIT = "never more pages are in flight than the width allows";
  static final String ORDER = "the pages are in the order of the URLs, however the replies come";
  static final String TWICE = "a URL that is there twice is twice in the result";

  @Override
  public Card card() {
    return new Card(2, "Results in input order", List.of(17, 18), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex02/MyOrderedFetcher.java");
  }

  @Override
  public Supplier<OrderedFetcher> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<OrderedFetcher>> rules() {
    return List.of(
        new Rule<>(ALL, 2, OrderCheck::fetchesAll),
        new Rule<>(OVERLAP, 2, OrderCheck::overlaps),
        new Rule<>(LIMIT, 2, OrderCheck::keepsTheLimit),
        new Rule<>(ORDER, 3, OrderCheck::keepsTheOrder),
        new Rule<>(TWICE, 1, OrderCheck::keepsTwins));
  }

  private static void fetchesAll(OrderedFetcher fetcher) throws Exception {
    List<String> urls = shuffledUrls(1);
    ScriptedWeb web = site(urls);
    List<String> got = fetch(fetcher, urls, web).stream().sorted().toList();
    RuleBroken.unless(got.equals(urls.stream().sorted().toList()),
        "asked for %s, you returned %s: is every page fetched, and waited for?", urls, got);
    urls.forEach(url -> RuleBroken.unless(web.count(url) == 1, "%s was fetched %d times instead of once", url, web.count(url)));
  }

  private static void overlaps(OrderedFetcher fetcher) throws Exception {
    List<String> urls = shuffledUrls(2);
    ScriptedWeb web = site(urls).answersTogether("", WIDTH);
    try {
      fetch(fetcher, urls, web);
    } finally {
      RuleBroken.unless(web.hasMet(),
          "%d pages could be in flight at a time, but there were never more than %d: "
              + "ask for all of them before you wait for the first",
          WIDTH, web.peak());
    }
  }

  private static void keepsTheLimit(OrderedFetcher fetcher) throws Exception {
    List<String> urls = shuffledUrls(3);
    ScriptedWeb web = site(urls).answersShuffled(WIDTH, 3).tempts("", WIDTH + 1);
    fetch(fetcher, urls, web);
    RuleBroken.unless(web.peak() <= WIDTH,
        "%d pages were in flight at a time, with %d allowed: what limits them?", web.peak(), WIDTH);
  }

  private static void keepsTheOrder(OrderedFetcher fetcher) throws Exception {
    for (int seed = 0; seed < SHUFFLES; seed++) {
      List<String> urls = shuffledUrls(seed);
      List<String> got = fetch(fetcher, urls, site(urls).answersShuffled(WIDTH, seed));
      RuleBroken.unless(got.equals(urls),
          "asked for %s, you returned %s: a list that grows as the replies come is in their order. Keep something for each URL, "
              + "in the order of the URLs, from the moment that you ask for it: a Future, for instance",
          urls, got);
    }
  }

  private static void keepsTwins(OrderedFetcher fetcher) throws Exception {
    List<String> urls = List.of("/b", "/a", "/b", "/c");
    List<String> got = fetch(fetcher, urls, site(urls));
    RuleBroken.unless(got.equals(urls),
        "asked for %s, you returned %s: /b is there twice and needs two places. How do you find the place of a page?", urls, got);
  }

  private static List<String> fetch(OrderedFetcher fetcher, List<String> urls, ScriptedWeb web) throws Exception {
    List<Page> pages = fetcher.fetchAll(urls, web, WIDTH);
    RuleBroken.unless(pages != null, "fetchAll returned null instead of a list of pages");
    return new ArrayList<>(pages).stream().map(page -> page == null ? NOTHING : page.url()).toList();
  }

  private static ScriptedWeb site(List<String> urls) {
    ScriptedWeb web = new ScriptedWeb();
    urls.forEach(web::page);
    return web;
  }

  /** Not in the order of the alphabet, or sorting the result would pass for keeping the order. */
  private static List<String> shuffledUrls(long seed) {
    List<String> urls = new ArrayList<>(IntStream.range(0, PAGES).mapToObj("/%02d"::formatted).toList());
    Collections.shuffle(urls, new Random(seed));
    return List.copyOf(urls);
  }
}
