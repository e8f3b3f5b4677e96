package lab.contract;

import static lab.contract.ArrivalServer.head;
import static lab.contract.ArrivalServer.nothing;
import static lab.contract.ArrivalServer.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import lab.contract.GuardedCrawler.Ended;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.Politeness;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each host is left alone between two requests, for as long as the plan says. The server's own clock is the witness. */
abstract class PolitenessRules extends Rules {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration SHORT = Duration.ofMillis(50);

  PolitenessRules(CrawlerContract contract) {
    super(contract);
  }

  @BeforeEach
  void keepsDelays() {
    assumeTrue(isPolite(), "this crawler refuses plans with a delay");
  }

  /** Crawls until something has happened, then interrupts. */
  private void crawlUntil(CrawlPlan.Builder plan, String what, Callable<Boolean> happened) {
    try (GuardedCrawler crawler = open(plan)) {
      HangGuard.Running<Ended> crawl = crawler.start(CrawlListener.NONE);
      try {
        await(what).atMost(patience()).until(() -> crawl.isDone() || happened.call());
      } finally {
        crawl.interrupt();
      }
      crawl.result();
    }
  }

  @Test
  @DisplayName("12.1 With a politeness delay of ten minutes exactly one request is made, and an interrupt ends the wait.")
  void oneRequest() {
    try (ArrivalServer server = new ArrivalServer().on("/", page("/a", "/b"));
        ArrivalServer other = new ArrivalServer().on("/", page())) {
      List<HttpUrl> seeds = List.of(HttpUrl.get(server.url()), HttpUrl.get(server.url() + "c"), HttpUrl.get(other.url()));
      CrawlPlan.Builder plan = plan(seeds).politeness(Politeness.of(TEN_MINUTES));

      crawlUntil(plan, "both hosts are asked", () -> server.requests() > 0 && other.requests() > 0);

      assertThat(server.requests()).as("requests that the host with several pages saw").isEqualTo(1);
      assertThat(other.requests()).as("requests that the other host saw").isEqualTo(1);
    }
  }

  @Test
  @DisplayName("12.2 By the server's clock no two requests come closer together than the delay, retries and redirects included.")
  void noSmallerGap() {
    String[] pages = IntStream.range(0, 5).mapToObj(i -> "/" + i).toArray(String[]::new);
    ArrivalServer server = new ArrivalServer()
        .on("/", page("/moved", "/busy", "/lost", "/0", "/1", "/2", "/3", "/4"))
        .on("/moved", head(302, "Location: /target"))
        .on("/target", page())
        .on("/busy", head(503, "X: y"), page())
        .on("/lost", nothing(), page());
    for (String path : pages) {
      server.on(path, page());
    }
    try (server) {
      CrawlPlan.Builder plan = plan(server.url()).retries(1).patience(patience()).politeness(Politeness.of(SHORT));

      assertThat(outcomes(crawl(plan)).values()).hasSize(10).containsOnly("saved", "redirected 302");
      assertThat(server.requests()).as("requests, two of them retries").isEqualTo(12);
      assertThat(server.gaps()).as("nanoseconds between requests").allMatch(gap -> gap >= SHORT.toNanos());
    }
  }

  @Test
  @DisplayName("12.3 While one host must be left alone, by its delay or because it asks for that, the others are asked.")
  void hostsDoNotWaitForEachOther() {
    try (ArrivalServer slow = new ArrivalServer().on("/", page("/a", "/b"));
        ArrivalServer busy = new ArrivalServer().on("/", page("/a", "/b")).on("/a", head(429, "Retry-After: 600"));
        ArrivalServer quick = new ArrivalServer().on("/", page("/a")).on("/a", page("/b")).on("/b", page("/c"))) {
      List<HttpUrl> seeds = List.of(HttpUrl.get(slow.url()), HttpUrl.get(busy.url()), HttpUrl.get(busy.url() + "a"), HttpUrl.get(quick.url()));
      CrawlPlan.Builder plan = plan(seeds).retries(1).patience(TEN_MINUTES.multipliedBy(2))
          .politeness(Politeness.NONE.asking(slow.url(), TEN_MINUTES));

      crawlUntil(plan, "all pages of the quick host are asked for", () -> quick.requests() == 4);

      assertThat(quick.requests()).as("requests that the host saw that need not be waited for").isEqualTo(4);
      assertThat(slow.requests()).as("requests that the host saw that has a delay").isEqualTo(1);
    }
  }
}
