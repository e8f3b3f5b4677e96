package lab.homework.ex06;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Meeting;
import lab.homework.grade.MeetingKey;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.ScriptedWeb;
import lab.homework.grade.Starter;

/** Exercise 6. Some hubs answer at the same moment, and all of them link the same pages. */
public final class OnceCheck implements Exercise<OnceCrawler<MeetingKey>> {
  private static final int THREADS = 4;
  private static final int LEAVES = 20;
  private static final String HUB = "/hub/";
  private static final String LEAF = "/leaf/";
  private static final String MET_AT = LEAF + 0;

  private static final String ALL = "every page that can be reached is visited";
  static final String OVERLAP = "as many pages are fetched at a time as there are threads";
  static final String ONCE = "no page is fetched twice";
  static final String LIMIT = "never more pages are fetched at a time than there are threads";

  @Override
  public Card card() {
    return new Card(6, "Each page once, with threads", List.of(20, 21), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex06/MyOnceCrawler.java");
  }

  @Override
  public Supplier<OnceCrawler<MeetingKey>> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<OnceCrawler<MeetingKey>>> rules() {
    return List.of(
        new Rule<>(ALL, 2, OnceCheck::visitsAll),
        new Rule<>(OVERLAP, 2, OnceCheck::overlaps),
        new Rule<>(ONCE, 4, OnceCheck::fetchesOnce),
        new Rule<>(LIMIT, 2, OnceCheck::keepsTheLimit));
  }

  private static void visitsAll(OnceCrawler<MeetingKey> crawler) throws Exception {
    ScriptedWeb web = new ScriptedWeb().page("/", "/a", "/b").page("/a", "/", "/a", "/c").page("/b", "/c").page("/c", "/");
    Set<String> visited = crawl(crawler, web, 2);
    RuleBroken.unless(visited.equals(Set.of("/", "/a", "/b", "/c")),
        "from / one can reach /, /a, /b and /c, but you returned %s: what becomes of the links of each page?", visited);
    RuleBroken.unless(web.counts().keySet().equals(visited),
        "you returned %s, but fetched only %s", visited, web.counts().keySet());
  }

  private static void overlaps(OnceCrawler<MeetingKey> crawler) throws Exception {
    ScriptedWeb web = hubs();
    try {
      crawl(crawler, web, THREADS);
    } finally {
      RuleBroken.unless(web.hasMet(),
          "%d pages were known and there were %d threads, but never more than %d were fetched at a time: who waits for whom?",
          THREADS, THREADS, web.peak());
    }
  }

  /** All look whether a page is known before any of them can note it, unless they look and note in one step. */
  private static void fetchesOnce(OnceCrawler<MeetingKey> crawler) throws Exception {
    ScriptedWeb web = hubs();
    Meeting meeting = new Meeting(THREADS);
    crawl(crawler, page -> {
      List<String> links = web.fetch(page.name()).links();
      if (page.name().startsWith(HUB)) {
        meeting.join(Thread.currentThread());
      }
      return links.stream().map(link -> link.equals(MET_AT) ? new MeetingKey(link, meeting) : MeetingKey.free(link)).toList();
    }, THREADS);
    web.counts().entrySet().stream().filter(count -> count.getValue() > 1).findFirst().ifPresent(OnceCheck::sayTwice);
  }

  private static void sayTwice(Map.Entry<String, Integer> count) {
    throw new RuleBroken("%s was fetched %d times: after one thread has looked whether a page is known, and before it notes it, another "
        + "can look, too. Make one step of both: add() of a set made for threads says whether the page was new",
        count.getKey(), count.getValue());
  }

  private static void keepsTheLimit(OnceCrawler<MeetingKey> crawler) throws Exception {
    ScriptedWeb web = hubs().tempts(LEAF, THREADS + 1);
    crawl(crawler, web, THREADS);
    RuleBroken.unless(web.peak() <= THREADS,
        "%d pages were fetched at a time, with %d threads allowed: what limits them?", web.peak(), THREADS);
  }

  private static Set<String> crawl(OnceCrawler<MeetingKey> crawler, ScriptedWeb web, int threads) throws Exception {
    return crawl(crawler, page -> web.fetch(page.name()).links().stream().map(MeetingKey::free).toList(), threads);
  }

  private static Set<String> crawl(OnceCrawler<MeetingKey> crawler, OnceCrawler.Site<MeetingKey> site, int threads) throws Exception {
    return crawler.crawl(MeetingKey.free("/"), site, threads).stream().map(MeetingKey::name).collect(Collectors.toSet());
  }

  /** A seed, and as many hubs as there are threads: they answer when all are asked for, and all link the same leaves. */
  private static ScriptedWeb hubs() {
    String[] hubs = IntStream.range(0, THREADS).mapToObj(i -> HUB + i).toArray(String[]::new);
    String[] leaves = IntStream.range(0, LEAVES).mapToObj(i -> LEAF + i).toArray(String[]::new);
    ScriptedWeb web = new ScriptedWeb().page("/", hubs).answersTogether(HUB, THREADS);
    for (String hub : hubs) {
      web.page(hub, leaves);
    }
    for (String leaf : leaves) {
      web.page(leaf);
    }
    return web;
  }
}
