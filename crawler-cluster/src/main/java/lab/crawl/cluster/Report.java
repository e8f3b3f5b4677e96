package lab.crawl.cluster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lab.crawl.cli.Counted;

/** How the crawls of a store are, in words. It looks at every page: for a person, now and then. */
final class Report {
  private static final String CRAWLS =
      """
      SELECT *, (SELECT count(*) FROM member WHERE crawl = crawl.id AND left_at IS NULL) AS members,
        (SELECT count(*) FROM page WHERE crawl = crawl.id AND visit ->> 'outcome' = 'failed') AS failures,
        visited / greatest(extract(epoch FROM clock_timestamp() - begun_at), 0.001) AS rate
      FROM crawl ORDER BY id
      """;

  private static final String HOSTS =
      """
      SELECT host.origin, host.given_up, count(*) FILTER (WHERE state < 2) AS waiting, count(*) FILTER (WHERE state = 2) AS out,
        count(*) FILTER (WHERE state = 3) AS done
      FROM host JOIN page ON page.host = host.id WHERE host.crawl = ? GROUP BY host.id ORDER BY waiting DESC, origin LIMIT 20
      """;

  private Report() {}

  private record Line(int crawl, String text) {}

  static List<String> lines(Sql sql) throws SQLException {
    // Of a hundred million pages it takes minutes.
    sql.connection().setNetworkTimeout(Runnable::run, 0);
    // A report does read all of them, see StoreAddress.
    sql.update("SET LOCAL enable_seqscan = on");
    sql.update("SET LOCAL enable_hashjoin = on");
    List<Line> crawls = sql.query(row -> {
      int waiting = row.getInt("fresh") + row.getInt("again");
      double rate = row.getDouble("rate");
      boolean runs = row.getString("state").equals("running");
      String left = runs && rate > 0 ? ", at least %.0f s left".formatted((waiting + row.getInt("out")) / rate) : "";
      return new Line(row.getInt("id"), "%s: %s, %s · %s waiting, %d out, %d done, %d of them failed · %.1f pages/s%s".formatted(
          row.getString("name"), row.getString("state"), Counted.of(row.getInt("members"), "member"), Counted.of(waiting, "page"),
          row.getInt("out"), row.getInt("visited"),
          row.getInt("failures"), rate, left));
    }, CRAWLS);
    List<String> lines = new ArrayList<>();
    for (Line crawl : crawls) {
      lines.add(crawl.text);
      lines.addAll(sql.query(row -> "  %s%s: %d wait, %d out, %d done".formatted(
          row.getString("origin"), row.getBoolean("given_up") ? " (given up)" : "", row.getInt("waiting"), row.getInt("out"),
          row.getInt("done")), HOSTS, crawl.crawl));
    }
    return lines;
  }
}
