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

/** However many pages a crawl has, a turn looks at a few of them. The server counts what it reads. */
class BigTableIT {
  private static final int PAGES = 100_000;
  private static final int TURNS = 20;

  private final StoreAddress store = TestStore.newDatabase();

  @Test
  void noTurnReadsTheWholeTable() throws Exception {
    CrawlPlan plan = CrawlPlan.of("http://127.0.0.1:9/").build();
    try (Crawls crawls = new Crawls(store); Connection connection = store.connect()) {
      StoredCrawl crawl = crawls.open("big", plan, false, List.of());
      Sql sql = new Sql(connection);
      fill(sql, crawl.id());
      assertThat(sql.query(row -> row.getString(1), "EXPLAIN " + Members.DEADLY, crawl.id(), 5))
          .as("how pages are found that members died of").anyMatch(line -> line.contains("page_deadly"));
      long before = scans(sql, "seq_scan");
      long byIndexBefore = scans(sql, "idx_scan");

      try (Book book = new Book(store, crawl.id(), plan, 8, Duration.ofDays(1))) {
        book.join();
        takeTurns(book);
      }

      // A session tells its counts a while later.
      Awaitility.await().until(() -> scans(sql, "idx_scan") >= byIndexBefore + TURNS);
      assertThat(scans(sql, "seq_scan")).as("how often a turn read all pages").isEqualTo(before);
    }
  }

  /** Half of them visited, half waiting. */
  private static void fill(Sql sql, int crawl) throws SQLException {
    sql.update("UPDATE crawl SET fresh = fresh + ?, visited = ? WHERE id = ?", PAGES / 2, PAGES / 2, crawl);
    sql.update(
        """
        INSERT INTO page (crawl, url_hash, url, host, depth, state, visit, visit_no)
        SELECT host.crawl, sha256(n::text::bytea), 'http://127.0.0.1:9/' || n, host.id, 1, CASE WHEN n <= ? THEN 3 ELSE 0 END,
          CASE WHEN n <= ? THEN '{}'::json END, CASE WHEN n <= ? THEN n END
        FROM host, generate_series(1, ?) AS n WHERE host.crawl = ?""",
        PAGES / 2, PAGES / 2, PAGES / 2, PAGES, crawl);
    sql.update("ANALYZE");
  }

  /** So long that the turns look for dead members, too. */
  private static void takeTurns(Book book) throws InterruptedException {
    List<Claim.Done> done = List.of();
    long end = System.nanoTime() + Duration.ofMillis(2500).toNanos();
    for (int turn = 0; turn < TURNS || System.nanoTime() < end; turn++) {
      List<Claim.Done> next = new ArrayList<>();
      for (Claim claim : book.turn(done, 8, 0).claims()) {
        HttpUrl url = HttpUrl.get(claim.url());
        next.add(new Claim.Done(claim,
            new Visited(new Visit.Failed(url, FailureKind.HTTP_STATUS, 404, ""), List.of(url + "/x", url + "/y")), ""));
      }
      done = next;
    }
  }

  private static long scans(Sql sql, String column) throws SQLException {
    return sql.first(row -> row.getLong(1), "SELECT " + column + " FROM pg_stat_user_tables WHERE relname = 'page'").orElseThrow();
  }
}
