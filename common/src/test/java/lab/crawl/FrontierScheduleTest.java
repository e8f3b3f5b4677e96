package lab.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random sites, crawled by random schedules: what comes out is always what a plain breadth-first search finds. */
class FrontierScheduleTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noScheduleChangesTheResult(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      Map<HttpUrl, List<HttpUrl>> site = randomSite(random);
      int maxDepth = random.nextInt(6) == 0 ? Limits.UNLIMITED : random.nextInt(7);
      CrawlPlan plan = CrawlPlan.of(url(0)).maxDepth(maxDepth).build();
      Map<HttpUrl, Boolean> expected = breadthFirst(site, maxDepth);
      for (int schedule = 0; schedule < 5; schedule++) {
        assertThat(crawl(site, plan, 1 + random.nextInt(6), random)).isEqualTo(expected);
      }
    }
  }

  /** Which pages were saved (true) and which were too deep (false). */
  private static Map<HttpUrl, Boolean> crawl(
      Map<HttpUrl, List<HttpUrl>> site, CrawlPlan plan, int width, Random random) {
    Frontier frontier = new Frontier(plan, CrawlListener.NONE);
    List<HttpUrl> out = new ArrayList<>();
    while (!frontier.isExhausted()) {
      while (out.size() < width && frontier.next() instanceof Next.Url(HttpUrl next)) {
        out.add(next);
      }
      HttpUrl url = out.remove(random.nextInt(out.size()));
      frontier.record(new Visited(new Visit.Saved(url, 200, 0, "", "-"), site.get(url).stream().map(HttpUrl::toString).toList()));
    }
    assertThat(out).isEmpty();
    assertThat(frontier.result().isComparable()).isTrue();
    Map<HttpUrl, Boolean> saved = byUrl();
    frontier.result().visits().forEach(visit -> saved.put(visit.url(), visit instanceof Visit.Saved));
    assertThat(saved).hasSameSizeAs(frontier.result().visits());
    return saved;
  }

  private static Map<HttpUrl, Boolean> breadthFirst(Map<HttpUrl, List<HttpUrl>> site, int maxDepth) {
    Map<HttpUrl, Boolean> saved = byUrl();
    List<HttpUrl> level = List.of(url(0));
    for (int depth = 0; !level.isEmpty(); depth++) {
      List<HttpUrl> nextLevel = new ArrayList<>();
      for (HttpUrl url : level) {
        if (saved.putIfAbsent(url, depth <= maxDepth) == null && depth <= maxDepth) {
          nextLevel.addAll(site.get(url));
        }
      }
      level = nextLevel;
    }
    return saved;
  }

  private static Map<HttpUrl, List<HttpUrl>> randomSite(Random random) {
    int pages = 1 + random.nextInt(30);
    Map<HttpUrl, List<HttpUrl>> site = new HashMap<>();
    for (int i = 0; i < pages; i++) {
      site.put(url(i), IntStream.range(0, random.nextInt(5)).mapToObj(_ -> url(random.nextInt(pages))).toList());
    }
    return site;
  }

  private static Map<HttpUrl, Boolean> byUrl() {
    return new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
  }

  private static HttpUrl url(int page) {
    return HttpUrl.get("http://site.test/" + page);
  }
}
