package lab.crawl.cluster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import lab.crawl.CrawlPlan;

/** Hands pages out, and takes back those of members that can't bring them: what the frontier's {@code next} does in the other designs. */
final class Claims {
  /** Of a host that is in trouble one page is out at a time, until it has answered one; of one that wants a delay, always. */
  private static final String MAY_BE_ASKED =
      """
       host.crawl = ? AND NOT host.given_up
       AND (host.trouble_since IS NULL AND host.delay = 0 OR NOT EXISTS (SELECT FROM page WHERE crawl = host.crawl AND host = host.id AND state = 2))
      """;

  private final Sql sql;
  private final Ledger crawl;
  private final CrawlPlan plan;
  private final int member;
  /**
   * Whether the member may have a page that another one died of. It has no more than one at a time: if it dies, too, nobody knows of
   * which of its pages, and those that only happen to be there would fail with the one that kills.
   */
  private boolean takesSuspect;

  /** What a member may have now. */
  Claims(Sql sql, Ledger crawl, CrawlPlan plan, int member) throws SQLException {
    this.sql = sql;
    this.crawl = crawl;
    this.plan = plan;
    this.member = member;
    this.takesSuspect = crawl.again > 0 && sql.first(
        row -> "", "SELECT FROM page WHERE crawl = ? AND state = 2 AND member = ? AND deaths > 0", crawl.crawl, member).isEmpty();
  }

  private record Waiting(Claim claim, boolean wasBegun, boolean isSuspect) {}

  /**
   * Hands out pages: first those that were put back, then those that have waited longest.
   *
   * @param most how many at most
   */
  List<Claim> claim(int most) throws SQLException {
    if (most == 0 || crawl.again == 0 && !crawl.mayBegin(plan.limits())) {
      return List.of();
    }
    List<Claim> claims = new ArrayList<>();
    for (Waiting page : waiting(most)) {
      if ((page.wasBegun || crawl.mayBegin(plan.limits())) && (takesSuspect || !page.isSuspect)) {
        claims.add(page.claim);
        count(page);
        takesSuspect &= !page.isSuspect;
      }
    }
    if (!claims.isEmpty()) {
      sql.update(
          """
          UPDATE page SET state = 2, member = ?, claim = c.claim, claimed_at = ?, attempts = attempts + 1
          FROM unnest(?::bigint[], ?::bigint[]) AS c (page, claim) WHERE page.id = c.page""",
          member, crawl.now, claims.stream().map(Claim::page).toList(), claims.stream().map(Claim::number).toList());
    }
    return claims;
  }

  private void count(Waiting page) {
    crawl.out++;
    if (page.wasBegun) {
      crawl.again--;
    } else {
      crawl.fresh--;
      crawl.begun++;
    }
  }

  private List<Waiting> waiting(int most) throws SQLException {
    return sql.query(
        row -> new Waiting(
            new Claim(row.getLong("id"), row.getString("url"), ++crawl.claims, row.getInt("host"), row.getInt("attempts") + 1,
                row.getInt("refusals")),
            row.getInt("state") == 1, row.getInt("deaths") > 0),
        """
        SELECT p.* FROM host CROSS JOIN LATERAL (
          SELECT * FROM (
            (SELECT * FROM page WHERE crawl = host.crawl AND host = host.id AND state = 1 AND deaths > 0 AND deaths < ? AND ? AND not_before <= ?
              ORDER BY deaths, id LIMIT 1)
            UNION ALL
            (SELECT * FROM page WHERE host = host.id AND state = 1 AND deaths = 0 AND not_before <= ? ORDER BY not_before, id LIMIT ?)
            UNION ALL
            (SELECT * FROM page WHERE host = host.id AND state = 0 ORDER BY not_before, id LIMIT ?)) all_kinds
          LIMIT CASE WHEN host.trouble_since IS NULL AND host.delay = 0 THEN ? ELSE 1 END) p
        WHERE (host.rests_until IS NULL OR host.rests_until <= ?) AND host.next_at <= ? AND
        """
            + MAY_BE_ASKED + " ORDER BY p.state DESC, p.not_before, p.id LIMIT ?",
        Members.DEATHS_TO_GIVE_UP, takesSuspect, crawl.now, crawl.now, most, most, most, crawl.now, crawl.now, crawl.crawl, most);
  }

  /** When a page may be asked for that can't be now; empty if that is no matter of time. */
  OptionalLong nextMoment() throws SQLException {
    if (crawl.again == 0 && !crawl.mayBegin(plan.limits())) {
      return OptionalLong.empty();
    }
    return sql.first(
        row -> Sql.number(row, "moment"),
        """
        SELECT min(greatest(coalesce(host.rests_until, 0), host.next_at, p.not_before)) AS moment
        FROM host CROSS JOIN LATERAL (
          (SELECT not_before FROM page WHERE host = host.id AND state = 1 AND (deaths = 0 OR ? AND deaths < ?)
            ORDER BY not_before LIMIT 1)
          UNION ALL
          (SELECT 0 FROM page WHERE host = host.id AND state = 0 AND ? LIMIT 1)) p
        WHERE
        """
            + MAY_BE_ASKED,
        takesSuspect, Members.DEATHS_TO_GIVE_UP, crawl.mayBegin(plan.limits()), crawl.crawl).orElseThrow();
  }
}
