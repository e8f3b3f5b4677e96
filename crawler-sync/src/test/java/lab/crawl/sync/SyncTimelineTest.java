package lab.crawl.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import lab.contract.TimelineRules;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.measure.ClientProcesses;
import lab.crawl.measure.MeasuredCrawl;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SyncTimelineTest {

  @Test
  void oneThreadIsOneLane() {
    // In a JVM of its own, because its processor time would count as the client's.
    try (PracticeSite site = PracticeSite.launch(SiteOptions.of("flat:20").withLatency("5ms").withPort(0));
        SyncCrawler crawler = new SyncCrawler(CrawlPlan.of(site.url().toString()).concurrency(4).build())) {
      MeasuredCrawl crawl =
          MeasuredCrawl.recorded(crawler, CrawlListener.NONE, ClientProcesses.ofThis(site.process()));
      assertThat(TimelineRules.spansByUrl(crawl)).hasSize(21);
      TimelineRules.check(crawl, Duration.ofMillis(5), 1);
      assertThat(TimelineRules.laneNames(crawl)).containsExactly(Thread.currentThread().getName());
      assertThat(TimelineRules.startedLanes(crawl)).isEmpty();
    }
  }
}
