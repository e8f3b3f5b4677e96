package lab.crawl.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.Frontier;
import lab.crawl.Journal;
import lab.crawl.Next;
import lab.crawl.Visit;
import lab.crawl.Visited;
import lab.crawl.measure.PlanRecord;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crawl whose state is on disk comes to the same as one in the heap, whenever it was ended and went on. */
class CrawlOnDiskTest {
  private static final int PAGES = 400;
  private static final String SITE = "http://site.test/";

  @TempDir Path folder;
  private final CrawlPlan plan = CrawlPlan.of(SITE).exclude(Pattern.compile("/page\\d*7$")).retries(0).patience(Duration.ZERO).build();

  @Test
  void comesToTheSameAsInTheHeap() {
    assertThat(onDisk(PAGES)).isEqualTo(manifest(new Frontier(plan, CrawlListener.NONE), PAGES));
  }

  @Test
  void comesToTheSameWheneverItWasEnded() {
    String inOneGo = manifest(new Frontier(plan, CrawlListener.NONE), PAGES);
    Random random = new Random(5);
    String last = "";
    for (int part = 0; !last.equals(inOneGo) && part < 100; part++) {
      last = onDisk(1 + random.nextInt(40));
    }
    assertThat(last).isEqualTo(inOneGo);
  }

  @Test
  void leavesOnlyItsState() {
    onDisk(10);
    assertThat(Stream.of(folder.toFile().list())).containsExactlyInAnyOrder("plan.json", "journal", "lock");
  }

  @Test
  void aFullDiskDoesNotHideWhatEndedTheCrawl() throws IOException {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    Files.createSymbolicLink(folder.resolve("outcomes"), full);
    IllegalStateException bug = new IllegalStateException("bug");
    try (StateFolder state = StateFolder.open(folder, PlanRecord.of(plan))) {
      Frontier frontier = new Frontier(plan, keeping(state.journal()));
      frontier.next();
      frontier.record(visited(HttpUrl.get(SITE)));

      CrawlBugException ended = frontier.endedBy(bug, HttpUrl.get(SITE));

      assertThat(ended).hasCause(bug).hasMessageEndingWith(" " + SITE);
      assertThat(bug.getSuppressed()).singleElement().asString().contains("No space left on device");
      assertThat(ended.partial().fetched()).isEqualTo(1);
    }
    assertThat(folder.resolve("outcomes")).doesNotExist();
  }

  private String onDisk(int visits) {
    try (StateFolder state = StateFolder.open(folder, PlanRecord.of(plan))) {
      return manifest(new Frontier(plan, keeping(state.journal())), visits);
    }
  }

  private static CrawlListener keeping(Journal journal) {
    return new CrawlListener() {
      @Override
      public Journal journal() {
        return journal;
      }
    };
  }

  /** Visits so many pages at most, several of them out at a time; gives what it has come to by then. */
  private static String manifest(Frontier frontier, int visits) {
    List<HttpUrl> out = new ArrayList<>();
    Random random = new Random(visits);
    int left = visits;
    while (left > 0 && (out.size() > 0 || !frontier.isExhausted())) {
      if (out.size() < 5 && frontier.next() instanceof Next.Url(HttpUrl url)) {
        out.add(url);
      } else {
        frontier.record(visited(out.remove(random.nextInt(out.size()))));
        left--;
      }
    }
    return frontier.result().manifest().text();
  }

  /** What comes of a page depends on the page alone. */
  private static Visited visited(HttpUrl url) {
    Random page = new Random(url.toString().hashCode());
    List<String> outlinks = page.ints(8, 0, PAGES).mapToObj(other -> SITE + "page" + other).toList();
    int kind = page.nextInt(5);
    return switch (url.toString().equals(SITE) ? 4 : kind) {
      case 0 -> new Visited(new Visit.Failed(url, FailureKind.TIMEOUT, 0, "late"), List.of());
      case 1 -> new Visited(new Visit.Redirected(url, 301, HttpUrl.get(outlinks.getFirst())), outlinks.subList(0, 1));
      default -> new Visited(new Visit.Saved(url, 200, page.nextInt(1_000), "%064x".formatted(page.nextLong() >>> 1), "-"), outlinks);
    };
  }
}
