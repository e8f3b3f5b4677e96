package lab.contract;

import static lab.contract.Answer.fault;
import static lab.contract.Answer.held;
import static lab.contract.Answer.page;
import static lab.contract.Answer.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.fixtures.PracticeSite;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What may pass is tried again, as often as the plan says and no oftener. The server counts. */
abstract class RetryRules extends Rules {
  RetryRules(CrawlerContract contract) {
    super(contract);
  }

  @Test
  @DisplayName("4.1 A page that is unavailable twice and then answers is saved, after exactly three requests.")
  void passes() {
    SiteScript script = new SiteScript()
        .on("/", page("/flaky"))
        .on("/flaky", status(503), status(503), page("/beyond"))
        .on("/beyond", page());
    try (PracticeSite site = script.start()) {
      CrawlResult result = crawl(plan(site).retries(2));

      assertThat(outcomes(result)).isEqualTo(Map.of("/", "saved", "/flaky", "saved", "/beyond", "saved"));
      assertThat(requests(site)).isEqualTo(Map.of("/", 1, "/flaky", 3, "/beyond", 1));
    }
  }

  @Test
  @DisplayName("4.2 A status that may pass (429, 502, 503, 504) is asked for exactly 1 + retries times.")
  void givesUp() {
    SiteScript script = new SiteScript()
        .on("/", page("/429", "/502", "/503", "/504"))
        .on("/429", status(429).withHeader("Retry-After", "0"))
        .on("/502", status(502))
        .on("/503", status(503).withHeader("Retry-After", "soon"))
        .on("/504", status(504).withHeader("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT"));
    try (PracticeSite site = script.start()) {
      CrawlResult result = crawl(plan(site).retries(2));

      assertThat(outcomes(result)).isEqualTo(Map.of(
          "/", "saved", "/429", "failed 429", "/502", "failed 502", "/503", "failed 503", "/504", "failed 504"));
      assertThat(requests(site)).as("2 retries make 3 requests: if there are more, the HTTP client retries by itself too")
          .isEqualTo(Map.of("/", 1, "/429", 3, "/502", 3, "/503", 3, "/504", 3));
    }
  }

  @Test
  @DisplayName("4.3 What will not pass (404, 500, a redirect) is asked for exactly once, whatever the retries.")
  void hopeless() {
    SiteScript script = new SiteScript()
        .on("/", page("/404", "/500", "/302"))
        .on("/500", status(500))
        .on("/302", Answer.redirect(302, "/"));
    try (PracticeSite site = script.start()) {
      crawl(plan(site).retries(5));

      assertThat(requests(site)).isEqualTo(Map.of("/", 1, "/404", 1, "/500", 1, "/302", 1));
    }
  }

  @Test
  @DisplayName("4.4 With no retries each page is asked for exactly once.")
  void none() {
    SiteScript script = new SiteScript().on("/", page("/503")).on("/503", status(503));
    try (PracticeSite site = script.start()) {
      crawl(plan(site).retries(0));

      assertThat(requests(site)).isEqualTo(Map.of("/", 1, "/503", 1));
    }
  }

  @Test
  @DisplayName("4.5 Retry-After is waited for: whoever asks again before it is over is refused again.")
  void retryAfter() {
    try (RefusingServer server = new RefusingServer()) {
      CrawlPlan.Builder plan = plan(server.url()).retries(1).patience(patience());

      assertThat(outcomes(crawl(plan)))
          .as("one retry is enough for whoever waits for the second that the server asked for")
          .isEqualTo(Map.of("/", "saved"));
      assertThat(server.requests()).as("requests").isEqualTo(2);
    }
  }

  @Test
  @DisplayName("4.8 A page whose host asks for a longer wait than the plan's patience has failed, after one request.")
  void longerThanAnybodyWaits() {
    SiteScript script = new SiteScript()
        .on("/", page("/busy", "/a", "/b"))
        .on("/busy", status(429).withHeader("Retry-After", "3600"))
        .on("/a", page())
        .on("/b", page());
    try (PracticeSite site = script.start()) {
      CrawlPlan.Builder plan = plan(site).retries(5).patience(Duration.ofMillis(300));

      assertThat(outcomes(crawl(plan))).as("the host rests as long as it is waited for; then the others are asked")
          .isEqualTo(Map.of("/", "saved", "/busy", "failed 429", "/a", "saved", "/b", "saved"));
      assertThat(requests(site, "/busy")).as("requests: whoever is told to come in an hour doesn't come in a second").isEqualTo(1);
    }
  }

  @Test
  @DisplayName("4.9 A host that is away for a while in the middle of a crawl loses no page, though there are no retries.")
  void away() {
    try (AwayServer server = new AwayServer(5)) {
      CrawlPlan.Builder plan = plan(server.url()).retries(0).patience(patience());

      assertThat(outcomes(crawl(plan)).values()).as("pages that could not be asked for while nobody listened")
          .hasSize(6).containsOnly("saved");
    }
  }

  @Test
  @DisplayName("4.6 A lost connection, a malformed reply and a timeout are tried again, and may then be saved.")
  void faultsPass() {
    SiteScript script = new SiteScript()
        .on("/", page("/reset", "/empty", "/garbage", "/held"))
        .on("/reset", fault("CONNECTION_RESET_BY_PEER"), fault("CONNECTION_RESET_BY_PEER"), page())
        .on("/empty", fault("EMPTY_RESPONSE"), fault("EMPTY_RESPONSE"), page())
        .on("/garbage", fault("MALFORMED_RESPONSE_CHUNK"), page())
        .on("/held", held(), page());
    try (PracticeSite site = script.start()) {
      CrawlResult result = crawl(plan(site).retries(2).timeout(shortTimeout()));

      assertThat(outcomes(result)).isEqualTo(Map.of(
          "/", "saved", "/reset", "saved", "/empty", "saved", "/garbage", "saved", "/held", "saved"));
    }
  }

  @Test
  @DisplayName("4.7 A page whose connection is always lost costs 1 + retries requests, one more on a kept-alive connection.")
  void faultsStay() {
    SiteScript script = new SiteScript().on("/", page("/empty")).on("/empty", fault("EMPTY_RESPONSE"));
    try (PracticeSite site = script.start()) {
      CrawlResult result = crawl(plan(site).retries(2));

      assertThat(outcomes(result)).isEqualTo(Map.of("/", "saved", "/empty", "failed connection-lost"));
      assertThat(requests(site, "/empty"))
          .as("2 retries make 3 requests. A fourth is allowed, for the server may close a kept-alive connection just when"
              + " it is used again; more of them come from an HTTP client that retries by itself")
          .isBetween(3, 4);
    }
  }
}
