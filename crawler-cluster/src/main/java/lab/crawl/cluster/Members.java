package lab.crawl.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.Visit;
import lab.crawl.Visited;
import okhttp3.HttpUrl;

/**
 * Who crawls. That a member is dead is seen and not guessed: its connection holds a lock that is gone when the connection is. Only what a
 * member that lives doesn't bring back for too long is taken from it by the clock.
 */
final class Members {
  /** A page that so many members died of has failed. */
  static final int DEATHS_TO_GIVE_UP = 5;

  /** The first number of the advisory locks; the second is the member's. */
  private static final int LOCKS = 0x0c1a;

  private static final String GIVE_BACK =
      "UPDATE page SET state = 1, not_before = 0, member = NULL, attempts = attempts - 1, deaths = deaths + ? WHERE state = 2 AND crawl = ? AND ";

  /** Says "more than none" as the index does, which has nothing else in it. */
  static final String DEADLY = "SELECT * FROM page WHERE crawl = ? AND state = 1 AND deaths > 0 AND deaths >= ?";

  private Members() {}

  /** A process joins; gives its number. The connection holds its lock from now on. */
  static int join(Sql sql, int crawl, int width) throws SQLException {
    int member = sql.first(
        row -> row.getInt(1), "INSERT INTO member (crawl, machine, pid, width) VALUES (?, ?, ?, ?) RETURNING id",
        crawl, machine(), ProcessHandle.current().pid(), width).orElseThrow();
    lock(sql, member);
    return member;
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // It doesn't know its own name, which is for people only.
      return "a machine without a name";
    }
  }

  /**
   * The same process with a new connection. What it was given in a transaction of whose end it never heard goes back.
   *
   * @param held the pages that it knows to have
   */
  static void rejoin(Sql sql, int crawl, int member, List<Long> held) throws SQLException {
    lock(sql, member);
    Ledger ledger = Ledger.lock(sql, crawl);
    gaveBack(sql, ledger, sql.update(GIVE_BACK + "member = ? AND id <> ALL(?::bigint[])", 0, crawl, member, held));
    ledger.save();
  }

  /** A connection that was lost may not be gone yet: its lock is waited for, and the server notices within seconds. */
  private static void lock(Sql sql, int member) throws SQLException {
    sql.query(row -> "", "SELECT pg_advisory_lock(?, ?)", LOCKS, member);
  }

  /**
   * Who crawls now.
   *
   * @param width how many pages all of them visit at a time
   * @param isIn whether somebody is still taken for a member
   */
  record Crowd(int width, boolean isIn) {}

  /** Those that crawl now, and whether this one is among them. */
  static Crowd crowd(Sql sql, int crawl, int member) throws SQLException {
    return sql.first(
        row -> new Crowd(row.getInt("width"), row.getBoolean("is_in")),
        "SELECT coalesce(sum(width), 0) AS width, coalesce(bool_or(id = ?), false) AS is_in FROM member WHERE crawl = ? AND left_at IS NULL",
        member, crawl).orElseThrow();
  }

  /** It goes, and gives back what it has. */
  static void leave(Sql sql, Ledger crawl, int member) throws SQLException {
    takeBack(sql, crawl, member, 0);
    sql.query(row -> "", "SELECT pg_advisory_unlock(?, ?)", LOCKS, member);
  }

  private static void takeBack(Sql sql, Ledger crawl, int member, int deaths) throws SQLException {
    if (sql.update("UPDATE member SET left_at = clock_timestamp() WHERE id = ? AND left_at IS NULL", member) == 1) {
      gaveBack(sql, crawl, sql.update(GIVE_BACK + "member = ?", deaths, crawl.crawl, member));
    }
  }

  /** Whoever had them may have asked for them just now. */
  private static void gaveBack(Sql sql, Ledger crawl, int pages) throws SQLException {
    if (pages > 0) {
      sql.update("UPDATE host SET next_at = ? + delay WHERE crawl = ? AND delay > 0", crawl.now, crawl.crawl);
    }
    crawl.out -= pages;
    crawl.again += pages;
  }

  /** Those whose connection is gone. */
  static Set<Integer> missing(Sql sql, int crawl) throws SQLException {
    return new HashSet<>(sql.query(
        row -> row.getInt("id"),
        """
        SELECT id FROM member WHERE crawl = ? AND left_at IS NULL AND NOT EXISTS (
          SELECT FROM pg_locks
          WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND classid::bigint = ? AND objid::bigint = member.id AND granted)""",
        crawl, LOCKS));
  }

  /** What a process of this machine is, or was until it was seen to have died. */
  static Set<Integer> ofProcess(Sql sql, int crawl, long pid) throws SQLException {
    return new HashSet<>(sql.query(
        row -> row.getInt("id"), "SELECT id FROM member WHERE crawl = ? AND machine = ? AND pid = ?", crawl, machine(), pid));
  }

  /** They have died: what they had is handed out again. */
  static void bury(Sql sql, Ledger crawl, Set<Integer> dead) throws SQLException {
    for (int member : dead) {
      takeBack(sql, crawl, member, 1);
    }
  }

  /** Overrules whoever has had a page for longer than that, though it lives. */
  static void takeBackOlderThan(Sql sql, Ledger crawl, long nanos) throws SQLException {
    gaveBack(sql, crawl, sql.update(GIVE_BACK + "claimed_at < ?", 1, crawl.crawl, crawl.now - nanos));
  }

  /** Pages that too many members died of, to be recorded by whoever finds them: as claims that have failed. */
  static List<Claim.Done> deadly(Sql sql, Ledger crawl, int member) throws SQLException {
    List<Claim.Done> deadly = new ArrayList<>(sql.query(
        row -> {
          HttpUrl url = HttpUrl.get(row.getString("url"));
          String detail = row.getInt("deaths") + " members died of it";
          Claim claim = new Claim(row.getLong("id"), url.toString(), ++crawl.claims, row.getInt("host"), Integer.MAX_VALUE, 0);
          return new Claim.Done(claim, new Visited(new Visit.Failed(url, FailureKind.WORKER_DIED, 0, detail), List.of()), "");
        },
        DEADLY, crawl.crawl, DEATHS_TO_GIVE_UP));
    for (Claim.Done page : deadly) {
      sql.update("UPDATE page SET state = 2, member = ?, claim = ? WHERE id = ?", member, page.claim().number(), page.claim().page());
      crawl.again--;
      crawl.out++;
    }
    return deadly;
  }

  /** How long a member may have a page: it may lie behind another one of the same member. */
  static long longestClaim(CrawlPlan plan, long longestWorkNanos) {
    return 2 * plan.fetch().timeout().toNanos() + longestWorkNanos;
  }
}
