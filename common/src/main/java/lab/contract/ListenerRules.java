package lab.contract;

import static lab.contract.Answer.held;
import static lab.contract.Answer.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.IntStream;
import lab.contract.GuardedCrawler.Ended;
import lab.crawl.CrawlResult;
import lab.crawl.Visit;
import lab.fixtures.PracticeSite;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The listener is told of every page as it is begun and visited, one call at a time. */
abstract class ListenerRules extends Rules {
  ListenerRules(CrawlerContract contract) {
    super(contract);
  }

  @Test
  @DisplayName("10.1 Each page that is fetched is begun once and visited once, in that order; the last counts are the result's.")
  void begunThenVisited() {
    RecordingListener listener = new RecordingListener();
    try (PracticeSite site = site("synthetic:60");
        GuardedCrawler crawler = open(plan(site))) {
      CrawlResult result = crawler.crawl(listener);

      assertThat(listener.problems()).as("calls that should not have come").isEmpty();
      assertThat(listener.visits()).as("visits that the listener was told of").hasSize(result.fetched())
          .containsExactlyInAnyOrderElementsOf(
              result.visits().stream().filter(visit -> !(visit instanceof Visit.Skipped)).toList());
      assertThat(listener.counts()).as("how many were visited by each call")
          .containsExactlyElementsOf(IntStream.rangeClosed(1, result.fetched()).boxed().toList());
      assertThat(listener.lastKnown()).as("how many were known in the end").isEqualTo(result.fetched());
    }
  }

  @Test
  @DisplayName("10.2 Calls come one at a time, so that a listener needs no lock.")
  void oneAtATime() {
    RecordingListener listener = new RecordingListener();
    try (PracticeSite site = site("flat:60");
        GuardedCrawler crawler = open(plan(site).concurrency(8))) {
      crawler.crawl(listener);

      assertThat(listener.overlaps()).as("calls that came while another one was not over").isZero();
    }
  }

  @Test
  @DisplayName("10.3 An interrupted crawl tells of exactly what is in its result, and of nothing once it has returned.")
  void nothingAfterReturn() {
    RecordingListener listener = new RecordingListener();
    SiteScript script = new SiteScript()
        .on("/", page("/a", "/b", "/held"))
        .on("/a", page())
        .on("/b", page())
        .on("/held", held());
    try (PracticeSite site = script.start()) {
      Ended ended;
      try (GuardedCrawler crawler = open(plan(site).timeout(Duration.ofHours(1)))) {
        HangGuard.Running<Ended> crawl = crawler.start(listener);
        await("the crawl asks for the page that is held").atMost(patience())
            .until(() -> crawl.isDone() || requests(site, "/held") > 0);
        crawl.interrupt();
        ended = crawl.result();
      }
      assertThat(listener.visits()).as("visits that the listener was told of, up to the crawler's close()")
          .containsExactlyInAnyOrderElementsOf(ended.result().visits());
    }
  }
}
