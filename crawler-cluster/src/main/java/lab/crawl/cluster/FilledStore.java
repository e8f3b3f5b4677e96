package lab.crawl.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import lab.crawl.CrawlPlan;
import lab.crawl.Visit;
import lab.crawl.json.VisitJson;
import okhttp3.HttpUrl;

/**
 * A store with a crawl that was going on for long: half of its pages are visited, the others wait.
 *
 * @param pages how many, without the seed
 */
record FilledStore(StoreAddress address, StoredCrawl crawl, int pages) {
  /** With fewer there is nothing to be seen. */
  static final int LEAST_PAGES = 10_000;

  /** To come by pages anywhere: prime, so that none comes twice before all have come. */
  static final long STRIDE = 1_000_003;

  private static final String SEED = "http://127.0.0.1:9/";

  /** Makes a database on a server, and fills it. */
  static FilledStore make(StoreAddress server, int pages) throws SQLException, InterruptedException {
    StoreAddress address = server.database("pages" + pages);
    try (Connection connection = server.connect()) {
      new Sql(connection).update("CREATE DATABASE pages" + pages);
    }
    try (Crawls crawls = new Crawls(address)) {
      crawls.migrate();
    }
    return fill(address, pages);
  }

  /** Fills a database that has the tables and no crawl. */
  static FilledStore fill(StoreAddress address, int pages) throws SQLException, InterruptedException {
    CrawlPlan plan = CrawlPlan.of(SEED).build();
    try (Crawls crawls = new Crawls(address); Connection connection = address.connect()) {
      StoredCrawl crawl = crawls.open("big", plan, false, List.of());
      // Five million rows in one statement take their time.
      connection.setNetworkTimeout(Runnable::run, 0);
      Sql sql = new Sql(connection);
      insert(sql, crawl.id(), pages);
      // What was made in one go a crawl makes bit by bit, and is vacuumed and written meanwhile.
      sql.update("VACUUM ANALYZE");
      sql.update("CHECKPOINT");
      return new FilledStore(address, crawl, pages);
    }
  }

  private static void insert(Sql sql, int crawl, int pages) throws SQLException {
    int visited = pages / 2;
    sql.update("UPDATE crawl SET fresh = fresh + ?, begun = ?, visited = ? WHERE id = ?", pages - visited, visited, visited, crawl);
    sql.update(
        """
        INSERT INTO page (crawl, url_hash, url, host, depth, state, visit, visit_no)
        SELECT host.crawl, sha256(convert_to(url, 'UTF8')), url, host.id, 1, CASE WHEN n <= ? THEN 3 ELSE 0 END,
          CASE WHEN n <= ? THEN ?::json END, CASE WHEN n <= ? THEN n END
        FROM host, generate_series(1, ?) AS n, LATERAL (SELECT ? || n AS url) u WHERE host.crawl = ?""",
        visited, visited, VisitJson.of(visit(HttpUrl.get(url(1)))).toString(), visited, pages, SEED, crawl);
  }

  /** The URL of a page, from 1. */
  static String url(long page) {
    return SEED + page;
  }

  static Visit visit(HttpUrl url) {
    return new Visit.Saved(url, 200, 4_000, "0123456789abcdef".repeat(4), "-");
  }
}
