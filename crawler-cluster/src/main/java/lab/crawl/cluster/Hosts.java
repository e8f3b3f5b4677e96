package lab.crawl.cluster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lab.crawl.Host;
import lab.crawl.RetryPolicy;
import lab.crawl.Visited;

/** The hosts of the pages that one transaction brings back. What becomes of a page {@link Host} says, as in every other design. */
final class Hosts {
  private final Sql sql;
  private final RetryPolicy policy;
  private final long now;
  private final Map<Integer, Host> hosts = new HashMap<>();
  private final Map<Integer, Host.Known> before = new HashMap<>();
  private boolean anyDelay;

  Hosts(Sql sql, RetryPolicy policy, long now) {
    this.sql = sql;
    this.policy = policy;
    this.now = now;
  }

  /** Takes what is known of a host from its row. */
  void know(ResultSet row) throws SQLException {
    Host.Known known = known(row);
    before.put(row.getInt("id"), known);
    hosts.putIfAbsent(row.getInt("id"), new Host(policy, known));
    anyDelay |= row.getLong("delay") > 0;
  }

  private static Host.Known known(ResultSet row) throws SQLException {
    return new Host.Known(
        row.getBoolean("ever_answered"), row.getInt("failures_in_row"), Sql.number(row, "trouble_since"), row.getInt("rests"),
        Sql.number(row, "rests_until"), row.getBoolean("given_up"));
  }

  /** What becomes of a page. */
  Host.Verdict hear(Claim claim, Visited visited) {
    return hosts.get(claim.host()).hear(visited, claim.attempts(), claim.refusals(), now);
  }

  /** Politeness counts from when a page is back: then its request began before, whatever happened on the way. */
  void leaveAlone() throws SQLException {
    if (!anyDelay) {
      return;
    }
    sql.update("UPDATE host SET next_at = ? + delay WHERE delay > 0 AND id = ANY(?::int[])", now, List.copyOf(hosts.keySet()));
  }

  /** Writes back what has changed: nothing, as long as all goes well. */
  void save() throws SQLException {
    for (Map.Entry<Integer, Host> entry : hosts.entrySet()) {
      Host.Known known = entry.getValue().known();
      if (!known.equals(before.get(entry.getKey()))) {
        sql.update(
            "UPDATE host SET ever_answered = ?, failures_in_row = ?, trouble_since = ?, rests = ?, rests_until = ?, given_up = ? WHERE id = ?",
            known.everAnswered(), known.failuresInARow(), known.troubleSince(), known.rests(), known.restsUntil(), known.givenUp(),
            entry.getKey());
      }
    }
  }
}
