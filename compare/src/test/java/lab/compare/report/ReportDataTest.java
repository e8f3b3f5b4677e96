package lab.compare.report;

import static lab.compare.run.Runs.warm;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.compare.run.CrawlTimeline;
import lab.compare.run.Results;
import lab.compare.run.Runs;
import lab.crawl.measure.Timeline;
import org.junit.jupiter.api.Test;

class ReportDataTest {
  @Test
  void aDrawnCrawlHasItsOwnBoundAndNotTheMedianOne() {
    Results results = Runs.of(
        warm("sync", 1, 1_000).bound(900, "waiting"),
        warm("sync", 2, 1_010).bound(950, "waiting"),
        warm("sync", 3, 1_200).bound(1_100, "waiting"),
        Runs.cold("sync", 1, 1_500)).results();

    ReportData report = ReportData.of(results, List.of(timeline(1), timeline(3)));

    assertThat(report.timelines()).extracting(crawl -> crawl.boundMillis().orElseThrow()).containsExactly(900.0, 1_100.0);
  }

  private static CrawlTimeline timeline(int round) {
    return new CrawlTimeline("sync", round, true, new Timeline(0, 1, List.of(), List.of(), List.of()), List.of());
  }
}
