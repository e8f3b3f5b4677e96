package lab.crawl.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.contract.TimelineRules;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.measure.ClientProcesses;
import lab.crawl.measure.MeasuredCrawl;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class AsyncTimelineTest {
  private static final int WIDTH = 4;
  private static PracticeSite site;

  /**
   * In a JVM of its own, because its processor time would count as the client's. Its 21 pages by 4 take 60 ms at least: time for
   * several of the timers that show the loop's lag.
   */
  @BeforeAll
  static void launch() {
    site = PracticeSite.launch(SiteOptions.of("flat:20").withLatency("10ms").withPort(0));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void theLoopHasALaneForItsWorkAndAStackForItsFetches() {
    try (AsyncCrawler crawler = AsyncCrawler.onLoop(plan())) {
      List<String> lanes = TimelineRules.laneNames(recorded(crawler));
      assertThat(fetches(lanes)).hasSizeBetween(1, WIDTH);
      assertThat(lanes).isEqualTo(
          Stream.of(List.of("crawler-loop"), fetches(lanes), List.of("loop lag")).flatMap(List::stream).toList());
    }
  }

  @Test
  void theWorkersOfALoopThatHandsWorkOnHaveLanesThatBeginWithTheirStarts() {
    try (AsyncCrawler crawler = AsyncCrawler.offloading(plan())) {
      MeasuredCrawl crawl = recorded(crawler);
      List<String> lanes = TimelineRules.laneNames(crawl);
      List<String> workers = lanes.stream().filter(name -> name.matches("crawler-cpu-\\d+")).toList();
      assertThat(workers).hasSizeBetween(1, Runtime.getRuntime().availableProcessors());
      assertThat(fetches(lanes)).hasSizeBetween(1, WIDTH);
      assertThat(lanes).isEqualTo(
          Stream.of(workers, fetches(lanes), List.of("loop lag")).flatMap(List::stream).toList());
      assertThat(TimelineRules.startedLanes(crawl)).isEqualTo(workers);
    }
  }

  /** Numbered from 1 on without a gap. */
  private static List<String> fetches(List<String> lanes) {
    List<String> fetches = lanes.stream().filter(name -> name.startsWith("fetch ")).toList();
    assertThat(fetches).isEqualTo(IntStream.rangeClosed(1, fetches.size()).mapToObj(i -> "fetch " + i).toList());
    return fetches;
  }

  private static CrawlPlan plan() {
    return CrawlPlan.of(site.url().toString()).concurrency(WIDTH).build();
  }

  private static MeasuredCrawl recorded(AsyncCrawler crawler) {
    MeasuredCrawl crawl = MeasuredCrawl.recorded(crawler, CrawlListener.NONE, ClientProcesses.ofThis(site.process()));
    assertThat(TimelineRules.spansByUrl(crawl)).hasSize(21);
    TimelineRules.check(crawl, Duration.ofMillis(10), WIDTH);
    return crawl;
  }
}
