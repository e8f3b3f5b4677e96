package lab.lecture.wrong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.SkipReason;
import lab.crawl.Visit;
import lab.crawl.sync.SyncCrawler;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteCounts;
import lab.fixtures.SiteOptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All three end as they should and find the same; what the server counts is all that tells them apart. */
@Timeout(300)
class UnlockedCrawlerTest {

  enum Kind {
    UNLOCKED, WRONG_LOCK, RIGHT_LOCK;

    Guard guard() {
      return switch (this) {
        case UNLOCKED -> Guard.none();
        case WRONG_LOCK -> Guard.ownLock();
        case RIGHT_LOCK -> Guard.sharedLock();
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsWhatOneThreadFindsEachTime(Kind kind) {
    for (String name : new String[] {"synthetic:60", "javadoc"}) {
      try (PracticeSite site = PracticeSite.start(SiteOptions.of(name))) {
        CrawlPlan plan = plan(site).build();
        CrawlResult expected = crawled(new SyncCrawler(plan));
        try (Crawler crawler = new UnlockedCrawler(plan, kind.guard())) {
          assertComplete(crawler.crawl(CrawlListener.NONE), expected);
          assertComplete(crawler.crawl(CrawlListener.NONE), expected);
        }
      }
    }
  }

  private static void assertComplete(CrawlResult result, CrawlResult expected) {
    assertThat(result.complete()).isTrue();
    assertThat(result.manifest()).isEqualTo(expected.manifest());
  }

  /** No luck is needed: the two pages that link the same 99 are made to meet, if nothing keeps them apart. */
  @ParameterizedTest
  @EnumSource
  void twoThreadsThatMeetBetweenCheckAndActFetchTwiceUnlessTheyShareALock(Kind kind) {
    try (PracticeSite site = PracticeSite.start(SiteOptions.of("hubs:2"))) {
      CrawlPlan plan = plan(site).concurrency(2).build();

      CrawlResult result = crawled(new UnlockedCrawler(plan, kind.guard(), MeetingSet::new));
      SiteCounts counts = site.counts();

      assertThat(result.fetched()).as("pages, of which no manifest has any twice").isEqualTo(1 + 2 + 101);
      assertThat(counts.requests() - result.fetched()).as("fetched twice").isEqualTo(kind == Kind.RIGHT_LOCK ? 0 : 99);
      assertThat(counts.requestsPerUrl()).containsEntry("/leaf/0.html", 1)
          .containsEntry("/leaf/50.html", kind == Kind.RIGHT_LOCK ? 1 : 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void skipsWhatThePlanExcludes(Kind kind) {
    try (PracticeSite site = PracticeSite.start(SiteOptions.of("flat:20"))) {
      CrawlPlan plan = plan(site).exclude(Pattern.compile("/page/1")).build();

      CrawlResult result = crawled(new UnlockedCrawler(plan, kind.guard()));

      assertComplete(result, crawled(new SyncCrawler(plan)));
      assertThat(result.count(Visit.Skipped.class)).as("pages 1 and 10 to 19").isEqualTo(11);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSeedThatIsExcludedIsAllThereIs(Kind kind) {
    CrawlPlan plan = CrawlPlan.of("http://127.0.0.1:1/").exclude(Pattern.compile("127")).build();

    CrawlResult result = crawled(new UnlockedCrawler(plan, kind.guard()));

    assertThat(result.complete()).isTrue();
    assertThat(result.visits()).containsExactly(new Visit.Skipped(plan.seed(), SkipReason.EXCLUDED));
  }

  @ParameterizedTest
  @EnumSource
  void endsWhenPagesFail(Kind kind) {
    SiteOptions together = SiteOptions.of("rendezvous:3").withRendezvousTimeout(Duration.ofMillis(100));
    try (PracticeSite site = PracticeSite.start(together)) {
      CrawlResult result = crawled(new UnlockedCrawler(plan(site).concurrency(2).retries(0).build(), kind.guard()));

      assertThat(result.complete()).isTrue();
      assertThat(result.count(Visit.Failed.class)).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsTheCrawlAtOnce(Kind kind) throws InterruptedException {
    SiteOptions held = SiteOptions.of("rendezvous:20").withRendezvousTimeout(Duration.ofSeconds(60));
    try (PracticeSite site = PracticeSite.start(held)) {
      AtomicReference<CrawlResult> result = new AtomicReference<>();
      AtomicBoolean stillInterrupted = new AtomicBoolean();
      Thread caller = Thread.ofPlatform().start(() -> {
        result.set(crawled(new UnlockedCrawler(plan(site).build(), kind.guard())));
        stillInterrupted.set(Thread.currentThread().isInterrupted());
      });
      await().atMost(Duration.ofSeconds(60)).until(() -> site.inFlight() == CrawlPlan.Builder.CONCURRENCY);
      caller.interrupt();
      assertThat(caller.join(Duration.ofSeconds(60))).isTrue();

      assertThat(result.get().complete()).isFalse();
      assertThat(result.get().visits()).as("the index alone").singleElement().isInstanceOf(Visit.Saved.class);
      assertThat(stillInterrupted).isTrue();
      awaitNoThreads();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBugEndsTheCrawlWithItsStackTrace(Kind kind) {
    IllegalStateException bug = new IllegalStateException("a bug");
    CrawlListener buggy = new CrawlListener() {
      @Override
      public void visited(Visit visit, int visited, int known) {
        if (visited == 3) {
          throw bug;
        }
      }
    };
    try (PracticeSite site = PracticeSite.start(SiteOptions.of("flat:20"));
        Crawler crawler = new UnlockedCrawler(plan(site).build(), kind.guard())) {
      assertThatThrownBy(() -> crawler.crawl(buggy)).isInstanceOf(CrawlBugException.class).hasCause(bug);
    }
    awaitNoThreads();
  }

  @ParameterizedTest
  @EnumSource
  void refusesLimitsThatItWouldNotKeep(Kind kind) {
    CrawlPlan.Builder deep = CrawlPlan.of("http://127.0.0.1:1/").maxDepth(1);
    CrawlPlan.Builder many = CrawlPlan.of("http://127.0.0.1:1/").maxPages(1);

    assertThatIllegalArgumentException().isThrownBy(() -> new UnlockedCrawler(deep.build(), kind.guard()));
    assertThatIllegalArgumentException().isThrownBy(() -> new UnlockedCrawler(many.build(), kind.guard()));
  }

  private static CrawlPlan.Builder plan(PracticeSite site) {
    return CrawlPlan.of(site.url().toString()).checksumRounds(1);
  }

  private static CrawlResult crawled(Crawler crawler) {
    try (crawler) {
      return crawler.crawl(CrawlListener.NONE);
    }
  }

  private static void awaitNoThreads() {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() ->
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).noneMatch(n -> n.matches("crawler-\\d+")));
  }
}
