package lab.crawl.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.Visit;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A loop that waits for replies itself finds the same and ends as it should: only nothing overlaps. */
@Timeout(120)
class BlockingLoopTest {
  private static final int WIDTH = 8;

  @Test
  void oneRequestIsInFlightWhereTheLoopThatDoesNotWaitHasMany() {
    try (PracticeSite site = PracticeSite.start(SiteOptions.of("flat:30").withLatency("20ms"))) {
      CrawlPlan plan = CrawlPlan.of(site.url().toString()).concurrency(WIDTH).build();

      CrawlResult overlapped = crawled(AsyncCrawler.onLoop(plan));
      assertThat(site.counts().peakInFlight()).as("in flight together, when the loop does not wait").isBetween(2, WIDTH);

      site.reset();
      CrawlResult blocked = crawled(AsyncCrawler.blockingLoop(plan));
      assertThat(site.counts().peakInFlight()).as("in flight together, when the loop waits").isEqualTo(1);

      assertThat(blocked.complete()).isTrue();
      assertThat(blocked.manifest()).isEqualTo(overlapped.manifest());
    }
  }

  @Test
  void pagesThatComeOnlyTogetherNeverCome() {
    SiteOptions together = SiteOptions.of("rendezvous:2").withRendezvousTimeout(Duration.ofMillis(100));
    try (PracticeSite site = PracticeSite.start(together)) {
      CrawlPlan plan = CrawlPlan.of(site.url().toString()).concurrency(2).retries(0).build();

      assertThat(crawled(AsyncCrawler.blockingLoop(plan)).count(Visit.Failed.class)).isEqualTo(2);
    }
  }

  @Test
  void findsTheSameOnASiteWithEveryOddity() {
    try (PracticeSite site = PracticeSite.start(SiteOptions.of("synthetic:60"));
        Crawler crawler = AsyncCrawler.blockingLoop(CrawlPlan.of(site.url().toString()).concurrency(WIDTH).build())) {
      CrawlResult honest = crawled(AsyncCrawler.onLoop(CrawlPlan.of(site.url().toString()).build()));

      assertThat(crawler.crawl(CrawlListener.NONE).manifest()).isEqualTo(honest.manifest());
      assertThat(crawler.crawl(CrawlListener.NONE).manifest()).as("a second time").isEqualTo(honest.manifest());
    }
  }

  @Test
  void anInterruptEndsTheCallThatTheLoopIsBlockedIn() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    ScriptedServer.Script script = talk -> {
      for (String target = talk.target(); target != null; target = talk.target()) {
        if (target.equals("/")) {
          talk.send(ScriptedServer.page("<a href=1>1</a><a href=2>2</a>"));
        } else {
          asked.countDown();
          talk.awaitClientClose();
        }
      }
    };
    try (ScriptedServer server = new ScriptedServer(script)) {
      Crawler crawler = AsyncCrawler.blockingLoop(server.plan().concurrency(WIDTH).retries(9).build());
      AtomicReference<CrawlResult> result = new AtomicReference<>();
      AtomicBoolean stillInterrupted = new AtomicBoolean();
      Thread caller = Thread.ofPlatform().start(() -> {
        result.set(crawler.crawl(CrawlListener.NONE));
        stillInterrupted.set(Thread.currentThread().isInterrupted());
        crawler.close();
      });
      assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
      caller.interrupt();
      assertThat(caller.join(Duration.ofSeconds(60))).isTrue();

      assertThat(result.get().complete()).isFalse();
      assertThat(result.get().visits()).singleElement().isInstanceOf(Visit.Saved.class);
      assertThat(stillInterrupted).isTrue();
      assertThat(server.requests()).as("no further page is asked for").hasSize(2);
      await().until(() -> server.open() == 0);
      awaitNoLoop();
    }
  }

  @Test
  void aBugEndsTheCrawl() {
    IllegalStateException bug = new IllegalStateException("a bug");
    CrawlListener buggy = new CrawlListener() {
      @Override
      public void visited(Visit visit, int visited, int known) {
        throw bug;
      }
    };
    try (PracticeSite site = PracticeSite.start(SiteOptions.of("flat:10"));
        Crawler crawler = AsyncCrawler.blockingLoop(CrawlPlan.of(site.url().toString()).build())) {
      assertThatThrownBy(() -> crawler.crawl(buggy)).isInstanceOf(CrawlBugException.class).hasCause(bug);
    }
    awaitNoLoop();
  }

  @Test
  void canBeClosedTwiceAndUnused() {
    Crawler crawler = AsyncCrawler.blockingLoop(CrawlPlan.of("http://127.0.0.1:1/").build());
    crawler.close();
    crawler.close();
    awaitNoLoop();
  }

  private static CrawlResult crawled(Crawler crawler) {
    try (crawler) {
      return crawler.crawl(CrawlListener.NONE);
    }
  }

  private static void awaitNoLoop() {
    await().untilAsserted(() ->
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain("crawler-loop"));
  }
}
