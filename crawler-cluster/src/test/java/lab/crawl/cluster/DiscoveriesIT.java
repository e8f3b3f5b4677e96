package lab.crawl.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.Visit;
import lab.crawl.Visited;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** What was committed needn't be sent again, and what wasn't must be. */
class DiscoveriesIT {
  private static final String SITE = "http://127.0.0.1:9";

  private final StoreAddress store = TestStore.newDatabase();

  @Test
  void theFirstPageOfAHostIsMadeKnownThoughTheHostIsKnown() throws InterruptedException {
    try (Crawls crawls = new Crawls(store)) {
      StoredCrawl crawl = crawls.open("root", CrawlPlan.of(SITE + "/a").build(), false, List.of());
      try (Book book = book(crawl)) {
        Claim first = book.turn(List.of(), 1, 0).claims().getFirst();
        Claim second = book.turn(List.of(done(first, SITE + "/b")), 1, 0).claims().getFirst();

        assertThat(book.turn(List.of(done(second, SITE + "/")), 1, 0).claims()).extracting(Claim::url).containsExactly(SITE + "/");
      }
    }
  }

  @Test
  void whatWasRolledBackIsSentAgain() throws Exception {
    CrawlPlan plan = CrawlPlan.of(SITE + "/a").build();
    try (Crawls crawls = new Crawls(store); Connection connection = store.connect()) {
      int crawl = crawls.open("again", plan, false, List.of()).id();
      Sql sql = new Sql(connection);
      connection.setAutoCommit(false);
      Discoveries discoveries = new Discoveries(plan);
      List<Discoveries.Links> links = List.of(new Discoveries.Links(1, 0, List.of("http://127.0.0.2:9/b", SITE + "/b")));
      discoveries.begin();
      discoveries.discover(sql, Ledger.lock(sql, crawl), links);
      connection.rollback();

      // The page isn't the member's any more: so the second attempt has nothing to record.
      discoveries.begin();
      discoveries.committed();

      discoveries.begin();
      discoveries.discover(sql, Ledger.lock(sql, crawl), links);
      assertThat(sql.query(row -> row.getString("url"), "SELECT url FROM page ORDER BY url"))
          .containsExactly(SITE + "/a", SITE + "/b", "http://127.0.0.2:9/b");
    }
  }

  @Test
  void whoLeavesBringsBackWhatIsDone() throws InterruptedException {
    try (Crawls crawls = new Crawls(store)) {
      StoredCrawl crawl = crawls.open("left", CrawlPlan.of(SITE + "/a").build(), false, List.of());
      try (Book book = book(crawl)) {
        book.leave(List.of(done(book.turn(List.of(), 1, 0).claims().getFirst(), SITE + "/b")));
      }
      assertThat(crawls.visitsAfter(crawl, 0)).singleElement().extracting(news -> news.visit().url()).hasToString(SITE + "/a");
    }
  }

  /** Else nobody could do anything while a million are written. */
  @Test
  void thePagesOfAHostThatIsGivenUpFailAThousandAtATime() throws Exception {
    List<HttpUrl> pages = IntStream.range(0, 1500).mapToObj(i -> HttpUrl.get(SITE + "/" + i)).toList();
    try (Crawls crawls = new Crawls(store); Connection connection = store.connect()) {
      StoredCrawl crawl = crawls.open("away", CrawlPlan.of(pages).build(), false, List.of());
      Sql sql = new Sql(connection);
      sql.update("UPDATE host SET given_up = true");
      try (Book book = book(crawl)) {
        Book.Turn turn = book.turn(List.of(), 1, 0);

        assertThat(turn.over()).as("the crawl is over, though pages wait").isFalse();
        assertThat(turn.untilNext()).isEqualTo(OptionalLong.of(0));
        assertThat(crawls.visitsAfter(crawl, 0)).hasSize(1000);
        assertThat(book.turn(List.of(), 1, 0).over()).isTrue();
        assertThat(crawls.visitsAfter(crawl, 1000)).hasSize(500);
      }
    }
  }

  private Book book(StoredCrawl crawl) throws InterruptedException {
    Book book = new Book(new Session(store), crawl.id(), crawl.plan(), 1, Duration.ofDays(1));
    book.join();
    return book;
  }

  private static Claim.Done done(Claim claim, String link) {
    Visit visit = new Visit.Failed(HttpUrl.get(claim.url()), FailureKind.HTTP_STATUS, 404, "");
    return new Claim.Done(claim, new Visited(visit, List.of(link)), "");
  }
}
