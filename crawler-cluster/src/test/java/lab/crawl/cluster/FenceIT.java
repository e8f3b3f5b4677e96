package lab.crawl.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.Visit;
import lab.crawl.Visited;
import okhttp3.HttpUrl;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whoever has a page may bring it back, and nobody else. */
class FenceIT {
  private static final HttpUrl PAGE = HttpUrl.get("http://127.0.0.1:9/");
  private static final CrawlPlan PLAN = CrawlPlan.of(PAGE.toString()).timeout(Duration.ofMillis(1)).build();

  private final StoreAddress store = TestStore.newDatabase();

  @Test
  void whoComesBackTooLateIsRefused() throws InterruptedException {
    try (Crawls crawls = new Crawls(store)) {
      StoredCrawl crawl = crawls.open("late", PLAN, false, List.of());
      try (Book late = book(crawl, Duration.ofDays(1)); Book quick = book(crawl, Duration.ZERO)) {
        Claim lost = late.turn(List.of(), 1, 0).claims().getFirst();
        Claim won = Awaitility.await().until(() -> quick.turn(List.of(), 1, 0).claims().stream().findFirst(), Optional::isPresent).get();

        late.turn(List.of(done(lost, "by who was late")), 0, 0);
        assertThat(crawls.visitsAfter(crawl, 0)).as("visits that were recorded of who was late").isEmpty();

        quick.turn(List.of(done(won, "by who had it")), 0, 0);
        assertThat(crawls.visitsAfter(crawl, 0)).singleElement().extracting(Crawls.News::visit).asString().contains("by who had it");
      }
    }
  }

  /** A commit may have come through though its answer was lost: then all of it is sent again. */
  @Test
  void whatIsBroughtBackTwiceIsRecordedOnce() throws InterruptedException {
    try (Crawls crawls = new Crawls(store)) {
      StoredCrawl crawl = crawls.open("twice", CrawlPlan.of(List.of(PAGE, PAGE.resolve("/b"))).build(), false, List.of());
      try (Book book = book(crawl, Duration.ofDays(1))) {
        List<Claim.Done> done = List.of(done(book.turn(List.of(), 1, 0).claims().getFirst(), "once"));
        book.turn(done, 1, 0);
        Book.Turn again = book.turn(done, 1, 0);

        assertThat(again.over()).as("the crawl is over, though a page is out").isFalse();
        assertThat(crawls.visitsAfter(crawl, 0)).hasSize(1);
      }
    }
  }

  private Book book(StoredCrawl crawl, Duration longestWork) throws InterruptedException {
    Book book = new Book(new Session(store), crawl.id(), crawl.plan(), 1, longestWork);
    book.join();
    return book;
  }

  private static Claim.Done done(Claim claim, String detail) {
    return new Claim.Done(
        claim, new Visited(new Visit.Failed(HttpUrl.get(claim.url()), FailureKind.HTTP_STATUS, 404, detail), List.of()), "");
  }
}
