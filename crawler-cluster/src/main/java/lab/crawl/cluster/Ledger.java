package lab.crawl.cluster;

import java.sql.ResultSet;
import java.sql.SQLException;
import lab.crawl.Limits;

/**
 * A crawl's own row, locked: until the transaction ends nobody else changes anything of the crawl. It counts what the rows of the pages say,
 * so that no transaction has to.
 */
final class Ledger {
  final int crawl;
  /** The database's clock: nanoseconds since 1970. It is the only one that counts, because all members see it. */
  final long now;

  int fresh;
  int again;
  int out;
  int begun;
  int visited;
  long claims;
  boolean chainCut;
  final boolean detailed;
  private String state;
  private final Sql sql;
  private final String before;

  private Ledger(Sql sql, int crawl, long now, ResultSet row) throws SQLException {
    this.sql = sql;
    this.crawl = crawl;
    this.now = now;
    this.state = row.getString("state");
    this.fresh = row.getInt("fresh");
    this.again = row.getInt("again");
    this.out = row.getInt("out");
    this.begun = row.getInt("begun");
    this.visited = row.getInt("visited");
    this.claims = row.getLong("claims");
    this.detailed = row.getBoolean("detailed");
    this.chainCut = row.getBoolean("chain_cut");
    this.before = toString();
  }

  /** Waits for the lock. */
  static Ledger lock(Sql sql, int crawl) throws SQLException {
    return sql.first(
        row -> new Ledger(sql, crawl, row.getLong("now"), row),
        // The clock is read outside of what waits, because the lock may be a while in coming.
        """
        WITH locked AS MATERIALIZED (SELECT * FROM crawl WHERE id = ? FOR UPDATE)
        SELECT *, (extract(epoch FROM clock_timestamp()) * 1000000000)::bigint AS now FROM locked""",
        crawl)
        .orElseThrow(() -> new StoreException("somebody has removed the crawl from the store"));
  }

  boolean isRunning() {
    return state.equals("running");
  }

  /** Whether a page may be handed out that never was. */
  boolean mayBegin(Limits limits) {
    return fresh > 0 && begun < limits.maxPages();
  }

  /** How many pages could be handed out, if all their hosts may be asked. */
  int waiting() {
    return fresh + again;
  }

  boolean isExhausted(Limits limits) {
    return out == 0 && again == 0 && !mayBegin(limits);
  }

  void isOver() {
    state = "over";
  }

  /** Writes it, and rings the bell, if anything has changed: whoever waits, waits for that. */
  void save() throws SQLException {
    if (toString().equals(before)) {
      return;
    }
    sql.query(
        row -> "",
        """
        WITH saved AS (
          UPDATE crawl SET state = ?, fresh = ?, again = ?, out = ?, begun = ?, visited = ?, claims = ?, chain_cut = ? WHERE id = ?
          RETURNING id)
        """
            + "SELECT " + Bell.RING + " FROM saved",
        state, fresh, again, out, begun, visited, claims, chainCut, crawl);
  }

  @Override
  public String toString() {
    return "%s: %d fresh, %d again, %d out, %d begun, %d visited, %d claims, %b"
        .formatted(state, fresh, again, out, begun, visited, claims, chainCut);
  }
}
