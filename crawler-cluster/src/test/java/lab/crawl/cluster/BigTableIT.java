package lab.crawl.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.Visit;
import lab.crawl.Visited;
import okhttp3.HttpUrl;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** However many pages a crawl has, a turn looks at a few of them. The server counts what it reads, of the table and of its indexes. */
class BigTableIT {
  private static final int PAGES = 100_000;
  private static final int TURNS = 20;

  /** It brings 8 pages back with two links each, takes 8 others, and looks each of them up a few times. */
  private static final int MOST_READ_BY_A_TURN = 500;

  private final StoreAddress store = TestStore.newDatabase();

  @Test
  void noTurnReadsTheWholeTable() throws Exception {
    StoredCrawl crawl = FilledStore.fill(store, PAGES).crawl();
    try (Connection connection = store.connect()) {
      Sql sql = new Sql(connection);
      assertThat(sql.query(row -> row.getString(1), "EXPLAIN " + Members.DEADLY, crawl.id(), 5))
          .as("how pages are found that members died of").anyMatch(line -> line.contains("page_deadly"));
      long scansBefore = scans(sql);
      long readBefore = read(sql);

      int turns;
      try (Book book = new Book(new Session(store), crawl.id(), crawl.plan(), 8, Duration.ofDays(1))) {
        book.join();
        turns = takeTurns(book);
      }

      // A session tells its counts a while later.
      Awaitility.await().until(() -> read(sql) >= readBefore + 8L * turns);
      assertThat(scans(sql)).as("how often a turn read all pages").isEqualTo(scansBefore);
      assertThat((read(sql) - readBefore) / turns).as("entries of indexes that a turn reads").isLessThan(MOST_READ_BY_A_TURN);
    }
  }

  /** A session keeps the plans of its statements. Those of a crawl's first turns are made when there is nothing to read yet. */
  @Test
  void noTurnReadsTheWholeTableBecauseItWasSmallOnce() throws Exception {
    try (Crawls crawls = new Crawls(store); Connection connection = store.connect()) {
      StoredCrawl crawl = crawls.open("new", CrawlPlan.of("http://127.0.0.1:9/").build(), false, List.of());
      Sql sql = new Sql(connection);
      long scansBefore = scans(sql);

      try (Book book = new Book(crawls.session(), crawl.id(), crawl.plan(), 8, Duration.ofDays(1))) {
        book.join();
        takeTurns(book);
      }

      Awaitility.await().until(() -> read(sql) >= 8L * TURNS);
      assertThat(scans(sql)).as("how often a turn read all pages").isEqualTo(scansBefore);
    }
  }

  /** So long that the turns look for dead members, too; gives how many. */
  private static int takeTurns(Book book) throws InterruptedException {
    List<Claim.Done> done = List.of();
    long end = System.nanoTime() + Duration.ofMillis(2500).toNanos();
    int turns = 0;
    for (; turns < TURNS || System.nanoTime() < end; turns++) {
      List<Claim.Done> next = new ArrayList<>();
      for (Claim claim : book.turn(done, 8, 0).claims()) {
        HttpUrl url = HttpUrl.get(claim.url());
        next.add(new Claim.Done(claim,
            new Visited(new Visit.Failed(url, FailureKind.HTTP_STATUS, 404, ""), List.of(url + "/x", url + "/y")), ""));
      }
      done = next;
    }
    return turns;
  }

  private static long scans(Sql sql) throws SQLException {
    return count(sql, "SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'page'");
  }

  private static long read(Sql sql) throws SQLException {
    return count(sql, "SELECT sum(idx_tup_read)::bigint FROM pg_stat_user_indexes WHERE relname = 'page'");
  }

  private static long count(Sql sql, String query) throws SQLException {
    return sql.first(row -> row.getLong(1), query).orElseThrow();
  }
}
