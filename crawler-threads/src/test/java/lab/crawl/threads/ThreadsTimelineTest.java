package lab.crawl.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import lab.contract.TimelineRules;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.measure.ClientProcesses;
import lab.crawl.measure.MeasuredCrawl;
import lab.crawl.measure.Timeline;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ThreadsTimelineTest {
  private static final int WIDTH = 4;
  private static PracticeSite site;

  /** In a JVM of its own, because its processor time would count as the client's. */
  @BeforeAll
  static void launch() {
    site = PracticeSite.launch(SiteOptions.of("flat:20").withLatency("5ms").withPort(0));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void eachThreadOfThePoolIsALaneThatBeginsWithItsStart() {
    try (ThreadsCrawler crawler = ThreadsCrawler.platform(plan())) {
      MeasuredCrawl crawl = recorded(crawler);
      List<String> threads = List.of("crawler-0", "crawler-1", "crawler-2", "crawler-3");
      assertThat(TimelineRules.laneNames(crawl)).isEqualTo(threads);
      assertThat(TimelineRules.startedLanes(crawl)).isEqualTo(threads);
    }
  }

  @Test
  void theThreadsOfAWarmPoolDoNotStartAgain() {
    try (ThreadsCrawler crawler = ThreadsCrawler.platform(plan())) {
      recorded(crawler);
      MeasuredCrawl warm = recorded(crawler);
      assertThat(TimelineRules.laneNames(warm)).isNotEmpty().allMatch(name -> name.matches("crawler-[0-3]"));
      assertThat(TimelineRules.startedLanes(warm)).isEmpty();
    }
  }

  @Test
  void virtualThreadsAreStackedOnAsFewLanesAsPossible() {
    try (ThreadsCrawler crawler = ThreadsCrawler.virtual(plan())) {
      List<String> lanes = TimelineRules.laneNames(recorded(crawler));
      assertThat(lanes).hasSizeBetween(1, WIDTH)
          .isEqualTo(IntStream.rangeClosed(1, lanes.size()).mapToObj(i -> "virtual thread " + i).toList());
    }
  }

  @Test
  void theSchedulerOfVirtualThreadsIsWatchedWhereThereAreAny() {
    try (ThreadsCrawler virtual = ThreadsCrawler.virtual(plan());
        ThreadsCrawler platform = ThreadsCrawler.platform(plan())) {
      Timeline timeline = recorded(virtual).recording().orElseThrow().timeline();
      assertThat(timeline.virtualThreads().at()).isNotEmpty().isSorted().allMatch(at -> at <= timeline.elapsed());
      assertThat(timeline.virtualThreads().mounted()).hasSameSizeAs(timeline.virtualThreads().at()).allMatch(mounted -> mounted >= 0);
      assertThat(timeline.virtualThreads().queued()).hasSameSizeAs(timeline.virtualThreads().at()).allMatch(queued -> queued >= 0);

      assertThat(recorded(platform).recording().orElseThrow().timeline().virtualThreads().at()).isEmpty();
    }
  }

  private static CrawlPlan plan() {
    return CrawlPlan.of(site.url().toString()).concurrency(WIDTH).build();
  }

  private static MeasuredCrawl recorded(ThreadsCrawler crawler) {
    MeasuredCrawl crawl = MeasuredCrawl.recorded(crawler, CrawlListener.NONE, ClientProcesses.ofThis(site.process()));
    assertThat(TimelineRules.spansByUrl(crawl)).hasSize(21);
    TimelineRules.check(crawl, Duration.ofMillis(5), WIDTH);
    return crawl;
  }
}
