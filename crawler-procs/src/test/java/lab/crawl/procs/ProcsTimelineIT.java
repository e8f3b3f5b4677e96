package lab.crawl.procs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lab.contract.TimelineRules;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.measure.ClientProcesses;
import lab.crawl.measure.MeasuredCrawl;
import lab.crawl.measure.Timeline;
import lab.crawl.measure.Timeline.TimedSpan;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ProcsTimelineIT {

  @Test
  void eachWorkerIsALaneThatBeginsWithItsStart() {
    // In a JVM of its own, because its processor time would count as the client's.
    try (PracticeSite site = PracticeSite.launch(SiteOptions.of("flat:20").withLatency("5ms").withPort(0));
        ProcsCrawler crawler = new ProcsCrawler(CrawlPlan.of(site.url().toString()).concurrency(4).build())) {
      ClientProcesses client = ClientProcesses.ofThis(site.process());
      MeasuredCrawl cold = recorded(crawler, client, 4);
      List<String> pids = ProcessHandle.current().children()
          .filter(child -> !site.process().equals(Optional.of(child)))
          .map(child -> "worker " + child.pid())
          .toList();
      assertThat(TimelineRules.laneNames(cold)).isNotEmpty().isSubsetOf(pids);
      assertThat(TimelineRules.startedLanes(cold)).isEqualTo(TimelineRules.laneNames(cold));

      MeasuredCrawl warm = recorded(crawler, client, 4);
      // A worker that was still starting when the first crawl ended says only now that it is ready.
      assertThat(TimelineRules.startedLanes(warm)).doesNotContainAnyElementsOf(TimelineRules.laneNames(cold));
    }
  }

  private static MeasuredCrawl recorded(ProcsCrawler crawler, ClientProcesses client, int width) {
    MeasuredCrawl crawl = MeasuredCrawl.recorded(crawler, CrawlListener.NONE, client);
    assertThat(TimelineRules.spansByUrl(crawl)).hasSize(21);
    TimelineRules.check(crawl, Duration.ofMillis(5), width);
    return crawl;
  }

  /**
   * A chain of pages: the parent hears of each one when the worker has told it of the page before. So all that the worker
   * did, by its own clock, must lie between two moments on the parent's.
   */
  @Test
  void whatAWorkerDidLiesBetweenTheParentsQuestionAndTheAnswer() {
    int pages = 12;
    try (TestSite site = new TestSite()) {
      for (int i = 1; i < pages; i++) {
        site.page(path(i - 1), path(i));
      }
      site.page(path(pages - 1));
      CrawlPlan plan = CrawlPlan.of(site.url(path(0))).concurrency(2).build();
      try (ProcsCrawler crawler = new ProcsCrawler(plan)) {
        MeasuredCrawl crawl =
            MeasuredCrawl.recorded(crawler, CrawlListener.NONE, ClientProcesses.ofThis(Optional.empty()));
        TimelineRules.check(crawl, Duration.ZERO, 2);
        Timeline timeline = crawl.recording().orElseThrow().timeline();
        Map<String, List<TimedSpan>> spans = TimelineRules.spansByUrl(crawl);
        assertThat(spans).hasSize(pages);
        for (int i = 0; i < pages; i++) {
          long answered = i + 1 < pages ? discovered(timeline, site.url(path(i + 1))) : timeline.elapsed();
          long asked = discovered(timeline, site.url(path(i)));
          assertThat(spans.get(site.url(path(i)))).as("page %d", i).allSatisfy(span -> {
            assertThat(span.begin()).isGreaterThanOrEqualTo(asked);
            assertThat(span.end()).isLessThanOrEqualTo(answered);
          });
        }
      }
    }
  }

  private static String path(int page) {
    return "/" + page;
  }

  private static long discovered(Timeline timeline, String url) {
    return timeline.discovered().get(timeline.urls().indexOf(url));
  }
}
