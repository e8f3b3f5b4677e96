package lab.contract;

import static lab.contract.Answer.held;
import static lab.contract.Answer.page;
import static lab.contract.Answer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import lab.contract.GuardedCrawler.Ended;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.fixtures.PracticeSite;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A crawl can be stopped at any moment, and a closed crawler leaves nothing behind. */
abstract class EndingRules extends Rules {
  /** A fetch that only an interrupt can end while a rule waits. */
  private static final Duration AN_HOUR = Duration.ofHours(1);

  EndingRules(CrawlerContract contract) {
    super(contract);
  }

  /** Two pages that are answered, then two that are not. */
  private static SiteScript stuck() {
    return new SiteScript()
        .on("/", page("/a"))
        .on("/a", page("/held1", "/held2"))
        .on("/held1", held())
        .on("/held2", held());
  }

  private CrawlPlan.Builder patientPlan(PracticeSite site) {
    return plan(site).timeout(AN_HOUR);
  }

  /** Crawls until the site holds a page, then interrupts; gives how the crawl ended. */
  private Ended interruptedCrawl(PracticeSite site, GuardedCrawler crawler) {
    HangGuard.Running<Ended> crawl = crawler.start(CrawlListener.NONE);
    await("the crawl asks for a page that is held").atMost(patience()).until(() -> crawl.isDone() || holds(site));
    crawl.interrupt();
    return crawl.result();
  }

  private static boolean holds(PracticeSite site) {
    return requests(site, "/held1") + requests(site, "/held2") > 0;
  }

  @Test
  @DisplayName("8.1 An interrupt ends the crawl though replies are outstanding; what is done is the result, not complete.")
  void interrupt() {
    try (PracticeSite site = stuck().start();
        GuardedCrawler crawler = open(patientPlan(site))) {
      Ended ended = interruptedCrawl(site, crawler);

      assertThat(outcomes(ended.result()))
          .as("pages that were not visited whole are in no result").isEqualTo(Map.of("/", "saved", "/a", "saved"));
      assertThat(ended.result().complete()).as("complete").isFalse();
      assertThat(ended.interrupted())
          .as("the interrupt status, which the caller's own loops must see (JCIP 7.1.3)").isTrue();
    }
  }

  @Test
  @DisplayName("8.2 An interrupt ends the crawl in the pause before a retry, too.")
  void interruptBetweenRetries() {
    SiteScript script = new SiteScript()
        .on("/", page("/held1"))
        .on("/held1", status(503).withHeader("Retry-After", "30"));
    try (PracticeSite site = script.start();
        GuardedCrawler crawler = open(patientPlan(site).retries(1_000).patience(patience().plusMinutes(1)))) {
      Ended ended = interruptedCrawl(site, crawler);

      assertThat(outcomes(ended.result())).isEqualTo(Map.of("/", "saved"));
      assertThat(ended.result().complete()).as("complete").isFalse();
      assertThat(ended.interrupted()).as("interrupt status").isTrue();
    }
  }

  @Test
  @DisplayName("8.3 A thread that is interrupted already gets its crawl back at once, not complete.")
  void interruptedBefore() {
    try (PracticeSite site = new SiteScript().on("/", held()).start();
        GuardedCrawler crawler = open(patientPlan(site))) {
      Ended ended = crawler.startInterrupted().result();

      assertThat(outcomes(ended.result())).isEmpty();
      assertThat(ended.result().complete()).as("complete").isFalse();
      assertThat(ended.interrupted()).as("interrupt status").isTrue();
    }
  }

  @Test
  @DisplayName("8.4 close() may be called twice, and on a crawler that never crawled.")
  void closeTwice() {
    try (PracticeSite site = site("flat:5")) {
      GuardedCrawler unused = open(plan(site));
      unused.close();
      unused.close();

      GuardedCrawler used = open(plan(site));
      used.crawl();
      used.close();
      used.close();
      assertThat(site.counts().requests()).as("requests: 6 pages, crawled once").isEqualTo(6);
    }
  }

  @Test
  @DisplayName("8.5 A closed crawler has left no thread and no process behind.")
  void nothingLeft() {
    try (PracticeSite site = site("synthetic:60");
        Leaks _ = watchForLeaks();
        GuardedCrawler crawler = open(plan(site))) {
      crawler.crawl();
    }
  }

  @Test
  @DisplayName("8.6 Nor has one that was interrupted while replies were outstanding.")
  void nothingLeftAfterInterrupt() {
    try (PracticeSite site = stuck().start();
        Leaks _ = watchForLeaks();
        GuardedCrawler crawler = open(patientPlan(site))) {
      interruptedCrawl(site, crawler);
    }
  }

  @Test
  @DisplayName("8.7 Nor has one that was ended by a bug while replies were outstanding.")
  void nothingLeftAfterBug() {
    SiteScript script = new SiteScript()
        .on("/", page("/a", "/held1", "/held2"))
        .on("/a", page())
        .on("/held1", held())
        .on("/held2", held());
    try (PracticeSite site = script.start();
        Leaks _ = watchForLeaks();
        GuardedCrawler crawler = open(patientPlan(site))) {
      assertThatThrownBy(() -> crawler.crawl(BugRules.bugAt(2))).isNotNull();
    }
  }
}
