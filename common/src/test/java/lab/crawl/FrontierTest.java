package lab.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.crawl.Scope;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class FrontierTest {
  private static final HttpUrl SEED = HttpUrl.get("http://site.test/in/");

  @Test
  void handsOutTheSeedThenWhatWasDiscoveredEachOnce() {
    Frontier frontier = frontier(plan());
    assertThat(next(frontier)).contains(SEED);
    assertThat(next(frontier)).isEmpty();
    frontier.record(visited("", "a", "b", "a", ""));
    assertThat(next(frontier)).contains(url("a"));
    frontier.record(visited("a", "b", "", "c"));
    assertThat(next(frontier)).contains(url("b"));
    assertThat(next(frontier)).contains(url("c"));
    assertThat(next(frontier)).isEmpty();
  }

  @Test
  void isExhaustedWhenNoneWaitsAndNoneIsOut() {
    Frontier frontier = frontier(plan());
    assertThat(frontier.isExhausted()).as("the seed waits").isFalse();
    frontier.next();
    assertThat(frontier.isExhausted()).as("the seed is out").isFalse();
    frontier.record(visited("", "a"));
    assertThat(frontier.isExhausted()).as("a waits").isFalse();
    frontier.next();
    frontier.record(visited("a", ""));
    assertThat(frontier.isExhausted()).isTrue();
    assertThat(frontier.result().isComparable()).isTrue();
  }

  @Test
  void takesNothingThatIsNotOut() {
    Frontier frontier = frontier(plan());
    assertRefused(frontier, "", "waits still");
    frontier.next();
    assertRefused(frontier, "a", "never discovered");
    frontier.record(visited("", "a"));
    assertRefused(frontier, "", "recorded before");
    assertRefused(frontier, "a", "not handed out");
    assertThat(frontier.result().visits()).containsExactly(saved(""));
  }

  private static void assertRefused(Frontier frontier, String path, String why) {
    assertThatIllegalStateException().as(why).isThrownBy(() -> frontier.record(visited(path)))
        .withMessage("not being visited: " + url(path));
  }

  @Test
  void saysWhatItSkipsAndWhy() {
    Frontier frontier =
        frontier(builder().reach(Scope.Reach.PREFIX).exclude(Pattern.compile("private")).maxDepth(1).build());
    visitAll(frontier, visited("", "a", "private", "../out"), visited("a", "deep", "deep/private"));
    assertThat(frontier.result().visits()).containsExactly(
        saved(""),
        saved("a"),
        new Visit.Skipped(url("deep"), SkipReason.TOO_DEEP),
        new Visit.Skipped(url("deep/private"), SkipReason.EXCLUDED),
        new Visit.Skipped(url("private"), SkipReason.EXCLUDED),
        new Visit.Skipped(url("../out"), SkipReason.OUT_OF_SCOPE));
  }

  @Test
  void whicheverSeedComesBackFirstTheFolderIsWhereItLeads() {
    HttpUrl library = HttpUrl.get("http://site.test/library");
    HttpUrl folder = HttpUrl.get("http://site.test/library/");
    Visited moved = new Visited(new Visit.Redirected(library, 301, folder), List.of(folder.toString()));
    Visited news = visited("", "http://site.test/outside", "http://site.test/library/a");
    for (List<Visited> order : List.of(List.of(moved, news), List.of(news, moved))) {
      Frontier frontier = frontier(CrawlPlan.of(List.of(library, SEED)).reach(Scope.Reach.PREFIX).build());
      assertThat(next(frontier)).contains(library);
      assertThat(next(frontier)).contains(SEED);
      order.forEach(frontier::record);
      assertThat(frontier.waiting()).as("the folder and what is in it").isEqualTo(2);
      assertThat(frontier.result().skips()).isEqualTo(Map.of(SkipReason.OUT_OF_SCOPE, 1));
    }
  }

  @Test
  void aSeedThatIsExcludedIsTheWholeCrawl() {
    Frontier frontier = frontier(builder().exclude(Pattern.compile("in")).build());
    assertThat(frontier.isExhausted()).isTrue();
    assertThat(next(frontier)).isEmpty();
    assertThat(frontier.result().visits()).containsExactly(new Visit.Skipped(SEED, SkipReason.EXCLUDED));
  }

  @Test
  void atDepthZeroVisitsTheSeedAlone() {
    Frontier frontier = frontier(builder().maxDepth(0).build());
    visitAll(frontier, visited("", "a"));
    assertThat(frontier.result().visits())
        .containsExactly(saved(""), new Visit.Skipped(url("a"), SkipReason.TOO_DEEP));
  }

  /**
   * Two ways lead to d: long by a and b, short by c. All of it fits into depth 3 by the short way only; whichever way is
   * found first, the result is the same.
   */
  @Test
  void findsTheShortWayInEitherOrder() {
    List<HttpUrl> longWayFirst = List.of(url(""), url("a"), url("b"), url("d"), url("c"), url("e"));
    List<HttpUrl> shortWayFirst = List.of(url(""), url("c"), url("d"), url("e"), url("a"), url("b"));
    assertThat(diamond(longWayFirst)).isEqualTo(diamond(shortWayFirst));
    assertThat(diamond(longWayFirst).count(Visit.Saved.class)).isEqualTo(6);
  }

  private static CrawlResult diamond(List<HttpUrl> order) {
    List<Visited> pages = List.of(
        visited("", "a", "c"), visited("a", "b"), visited("b", "d"), visited("c", "d"), visited("d", "e"), visited("e"));
    Frontier frontier = frontier(builder().maxDepth(3).build());
    List<HttpUrl> out = new ArrayList<>();
    for (HttpUrl url : order) {
      next(frontier).ifPresent(out::add);
      next(frontier).ifPresent(out::add);
      assertThat(out).contains(url);
      frontier.record(pages.stream().filter(page -> page.visit().url().equals(url)).findFirst().orElseThrow());
    }
    assertThat(frontier.isExhausted()).isTrue();
    return frontier.result();
  }

  @Test
  void stopsAtTheMostPages() {
    Frontier frontier = frontier(builder().maxPages(2).build());
    visitAll(frontier, visited("", "a", "b"), visited("a", "c"));
    assertThat(next(frontier)).isEmpty();
    assertThat(frontier.isExhausted()).isTrue();
    CrawlResult result = frontier.result();
    assertThat(result.visits()).containsExactly(saved(""), saved("a"));
    assertThat(result.complete()).isTrue();
    assertThat(result.capped()).isTrue();
    assertThat(result.isComparable()).isFalse();
  }

  @Test
  void isNotCappedIfThereWereNoMorePages() {
    Frontier frontier = frontier(builder().maxPages(2).build());
    visitAll(frontier, visited("", "a"), visited("a", ""));
    assertThat(frontier.result().isComparable()).isTrue();
  }

  @Test
  void isNotCompleteWhileAPageIsOut() {
    Frontier frontier = frontier(builder().maxPages(2).build());
    visitAll(frontier, visited("", "a", "b"));
    frontier.next();
    assertThat(frontier.isExhausted()).isFalse();
    assertThat(frontier.result().complete()).isFalse();
    assertThat(frontier.result().visits()).containsExactly(saved(""));
  }

  @Test
  void tellsTheListener() {
    List<String> heard = new ArrayList<>();
    CrawlListener listener = new CrawlListener() {
      @Override
      public void begun(HttpUrl url) {
        heard.add("begun " + url.encodedPath());
      }

      @Override
      public void visited(Visit visit, int visited, int known) {
        heard.add("visited " + visit.url().encodedPath() + " " + visited + "/" + known);
      }
    };
    Frontier frontier = new Frontier(builder().maxPages(3).build(), listener);
    visitAll(frontier, visited("", "a", "b"), visited("a", "c", "d"), visited("b"));
    assertThat(heard).containsExactly(
        "begun /in/", "visited /in/ 1/3", "begun /in/a", "visited /in/a 2/3", "begun /in/b", "visited /in/b 3/3");
  }

  @Test
  void whateverEndsACrawlTheRestIsNotLost() {
    Frontier frontier = frontier(plan());
    visitAll(frontier, visited("", "a"));
    frontier.next();
    IllegalStateException bug = new IllegalStateException("bug");
    CrawlBugException ended = frontier.endedBy(bug, null);
    assertThat(ended).hasCause(bug).hasMessageContaining(url("a").toString());
    assertThat(ended.partial().complete()).isFalse();
    assertThat(ended.partial().visits()).containsExactly(saved(""));
    assertThat(frontier.endedBy(bug, SEED)).hasMessageEndingWith(" " + SEED);
  }

  private static void visitAll(Frontier frontier, Visited... pages) {
    for (Visited page : pages) {
      assertThat(next(frontier)).contains(page.visit().url());
      frontier.record(page);
    }
  }

  private static Optional<HttpUrl> next(Frontier frontier) {
    return frontier.next() instanceof Next.Url(HttpUrl url) ? Optional.of(url) : Optional.empty();
  }

  private static Frontier frontier(CrawlPlan plan) {
    return new Frontier(plan, CrawlListener.NONE);
  }

  private static CrawlPlan plan() {
    return builder().build();
  }

  private static CrawlPlan.Builder builder() {
    return CrawlPlan.of(SEED);
  }

  private static Visited visited(String path, String... outlinks) {
    return new Visited(saved(path), Arrays.stream(outlinks).map(link -> url(link).toString()).toList());
  }

  private static Visit saved(String path) {
    return new Visit.Saved(url(path), 200, 0, "", "-");
  }

  private static HttpUrl url(String path) {
    return SEED.resolve(path);
  }
}
