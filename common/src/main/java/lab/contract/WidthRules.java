package lab.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Map;
import lab.crawl.Visit;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As many fetches in flight as the plan allows, and never more. The server is the witness, not a clock. */
abstract class WidthRules extends Rules {
  WidthRules(CrawlerContract contract) {
    super(contract);
  }

  @ParameterizedTest(name = "width {0}")
  @ValueSource(ints = {1, 3, 8})
  @DisplayName("6.1 Never more requests are in flight than the plan's concurrency, in a second crawl neither.")
  void neverMore(int width) {
    try (PracticeSite site = PracticeSite.start(SiteOptions.of("flat:30").withLatency("20ms"));
        GuardedCrawler crawler = open(plan(site).concurrency(width))) {
      crawler.crawl();
      crawler.crawl();

      assertThat(site.counts().peakInFlight())
          .as("requests that the server saw in flight together").isLessThanOrEqualTo(width);
    }
  }

  @ParameterizedTest(name = "width {0}")
  @ValueSource(ints = {2, 8})
  @DisplayName("6.2 The plan's concurrency is reached: pages that answer only when all are in flight together answer.")
  void reached(int width) {
    assumeTrue(overlaps(), "this crawler fetches one page at a time, whatever the plan");
    // Long, because only a crawler that fails waits for it, and a process takes its time to start.
    Duration bound = patience().multipliedBy(3).dividedBy(4);
    try (PracticeSite site =
            PracticeSite.start(SiteOptions.of("rendezvous:" + width).withRendezvousTimeout(bound));
        GuardedCrawler crawler = open(plan(site).concurrency(width).timeout(patience()))) {
      Map<String, String> outcomes = outcomes(crawler.crawl());

      assertThat(outcomes).hasSize(width + 1);
      assertThat(outcomes.values())
          .as("the server answers 409 if it did not see %d requests in flight together within %d s",
              width, bound.toSeconds())
          .containsOnly("saved");
      assertThat(site.counts().peakInFlight()).as("requests in flight together").isEqualTo(width);
      assertThat(crawler.crawl().count(Visit.Saved.class))
          .as("in a second crawl the width is reached again, so nothing of it was lost").isEqualTo(width + 1);
    }
  }
}
