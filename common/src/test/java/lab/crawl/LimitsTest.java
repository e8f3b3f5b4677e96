package lab.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
  private static final Limits SMALL = new Limits(Limits.UNLIMITED, Limits.UNLIMITED, 4, 40, 2);

  @ParameterizedTest
  @CsvSource({
    "http://site.test/,                                  false",
    "http://site.test/a/b/c/d,                           false",
    "http://site.test/a/b/c/d/,                          true",
    "http://site.test/a/b/c/d/e,                         true",
    "http://site.test/a?/b/c/d/e/f,                      false",
    "http://site.test/x/x,                               false",
    "http://site.test/x/x/x,                             true",
    "http://site.test/x/y/x/x,                           true",
    "http://site.test/x?x/x/x,                           false",
    "http://site.test/////,                              true",
    "http://site.test/2026/11/26,                        false",
    "http://site.test/abcdefghijklmnopqrstuvw,           false",
    "http://site.test/abcdefghijklmnopqrstuvwx,          true",
    "http://site.test/?abcdefghijklmnopqrstuvw,          true",
  })
  void knowsATrapByItsUrl(String url, boolean trap) {
    assertThat(SMALL.trap(url).isPresent()).isEqualTo(trap);
  }

  /** A relative link that leads one folder deeper each time, on a site that answers anything. */
  @Test
  void theDefaultsStopWhatGoesEverDeeper() {
    assertThat(visited(Limits.DEFAULT, SkipReason.REPEATED_SEGMENT, page -> page + "x/")).isLessThan(10);
    assertThat(visited(Limits.DEFAULT, SkipReason.DEEP_PATH, page -> page + page.length() + "/")).isLessThan(40);
    assertThat(visited(Limits.DEFAULT, SkipReason.LONG_URL, page -> page + (page.contains("?") ? "&" : "?") + "a=1")).isLessThan(1_000);
  }

  /** A calendar: each month links the next one. */
  @Test
  void aChainWithoutEndIsCutAndTheResultSaysSo() {
    Frontier frontier = chain(Limits.DEFAULT, page -> SEED + "?month=" + (1 + Integer.parseInt("0" + page.replaceAll("\\D", ""))));
    assertThat(frontier.result().fetched()).isEqualTo(1 + Limits.LONGEST_CHAIN);
    assertThat(frontier.result().capped()).isTrue();
    assertThat(frontier.result().skips()).containsExactly(Map.entry(SkipReason.TOO_DEEP, 1));
  }

  private static final String SEED = "http://site.test/";

  private static int visited(Limits limits, SkipReason reason, UnaryOperator<String> link) {
    Frontier frontier = chain(limits, link);
    assertThat(frontier.result().skips()).containsExactly(Map.entry(reason, 1));
    assertThat(frontier.result().isComparable()).as("which pages are left out depends on no schedule").isTrue();
    return frontier.result().fetched();
  }

  private static Frontier chain(Limits limits, UnaryOperator<String> link) {
    Frontier frontier = new Frontier(CrawlPlan.of(SEED).limits(limits).build(), CrawlListener.NONE);
    while (frontier.next() instanceof Next.Url(HttpUrl url)) {
      String next = HttpUrl.get(link.apply(url.toString())).toString();
      frontier.record(new Visited(new Visit.Saved(url, 200, 0, "-", "-"), List.of(next)));
    }
    return frontier;
  }
}
