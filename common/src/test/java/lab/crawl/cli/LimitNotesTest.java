package lab.crawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Frontier;
import lab.crawl.Limits;
import lab.crawl.Next;
import lab.crawl.Visit;
import lab.crawl.Visited;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class LimitNotesTest {
  private static final String SEED = "http://site.test/";

  /** The seed links these; no other page links anything. */
  private static List<String> notes(Limits limits, String... links) {
    Frontier frontier = new Frontier(CrawlPlan.of(SEED).limits(limits).build(), CrawlListener.NONE);
    while (frontier.next() instanceof Next.Url(HttpUrl url)) {
      List<String> outlinks = url.toString().equals(SEED) ? List.of(links) : List.of();
      frontier.record(new Visited(new Visit.Saved(url, 200, 0, "", "-", ""), outlinks));
    }
    CrawlResult result = frontier.result();
    return LimitNotes.of(limits, result);
  }

  @Test
  void saysWhichLimitStoppedHowMuch() {
    assertThat(notes(new Limits(1, 2, 3, 40, 2),
        SEED + "x/x/x", SEED + "1/2/3/4", SEED + "1/2/3/5", SEED + "?" + "q".repeat(40), SEED + "a", SEED + "b"))
        .containsExactly(
            "1 URL skipped: longer than --max-url-length 40",
            "2 URLs skipped: a path deeper than --max-path-depth 3",
            "1 URL skipped: one segment more often than --max-repeats 2",
            "1 known URL not fetched: --max-pages 2");
  }

  @Test
  void aDepthThatWasAskedForIsALimitToo() {
    assertThat(notes(new Limits(0, Limits.UNLIMITED, 3, 40, 2), SEED + "a", SEED + "b"))
        .containsExactly("2 URLs skipped: more links away than --max-depth 0");
  }

  @Test
  void whereNothingWasStoppedNothingIsSaid() {
    assertThat(notes(Limits.DEFAULT, SEED + "a")).isEmpty();
  }
}
