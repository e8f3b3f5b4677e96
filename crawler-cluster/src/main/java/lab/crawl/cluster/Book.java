package lab.crawl.cluster;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import lab.crawl.CrawlPlan;

/**
 * A crawl's order book, as a member sees it. {@link #turn} is all that a member ever does with it: it brings pages back and takes new ones, in
 * one transaction. Either all of that has happened, and is on disk, or nothing.
 */
final class Book implements AutoCloseable {
  /** How often a member looks whether others have died. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final CrawlPlan plan;
  private final int crawl;
  private final int width;
  private final long longestClaim;
  private final Session session;
  private final Discoveries discoveries;
  private int member;
  /** On which of the session's connections it is known to be a member. */
  private int connection;
  private Set<Long> held = Set.of();
  private Set<Integer> missing = Set.of();
  private long lookedAt = System.nanoTime();

  /**
   * What a turn came to.
   *
   * @param claims pages to visit now
   * @param untilNext how long it is until a page may be asked for that can't be now; empty if it depends on what comes back
   * @param buried whether the member was taken for dead meanwhile: it must {@link #join} anew
   * @param over whether the crawl has ended
   */
  record Turn(List<Claim> claims, OptionalLong untilNext, boolean buried, boolean over) {
    static final Turn OVER = new Turn(List.of(), OptionalLong.empty(), false, true);
  }

  /**
   * Opens the book; {@link #join} is next.
   *
   * @param session used for one book at a time
   * @param width how many pages the member visits at a time
   * @param longestWork how much longer than its fetches may take a member may have a page
   */
  Book(Session session, int crawl, CrawlPlan plan, int width, Duration longestWork) {
    this.session = session;
    this.plan = plan;
    this.crawl = crawl;
    this.width = width;
    this.longestClaim = Members.longestClaim(plan, longestWork.toNanos());
    this.discoveries = new Discoveries(plan);
  }

  /** By its lock it is known that a member lives, and a connection that was lost has taken the lock with it. */
  private <T> T transact(Session.Transaction<T> transaction) throws InterruptedException {
    return session.transact(sql -> {
      if (connection != session.connections()) {
        Members.rejoin(sql, crawl, member, List.copyOf(held));
        connection = session.connections();
      }
      return transaction.in(sql);
    });
  }

  /** Becomes a member; gives the number. */
  int join() throws InterruptedException {
    held = new HashSet<>();
    member = session.transact(sql -> Members.join(sql, crawl, width));
    connection = session.connections();
    return member;
  }

  /**
   * Brings pages back and takes new ones.
   *
   * @param done what was visited
   * @param free how many threads have nothing to do; less than 0 if pages wait for one
   * @param ahead how many pages may wait for a thread, as long as so many are left that all members could be busy
   */
  Turn turn(List<Claim.Done> done, int free, int ahead) throws InterruptedException {
    boolean looks = System.nanoTime() - lookedAt > BETWEEN_LOOKS.toNanos();
    Set<Integer> dead = new HashSet<>(missing);
    Turn turn = transact(sql -> {
      discoveries.begin();
      Ledger ledger = Ledger.lock(sql, crawl);
      if (!ledger.isRunning()) {
        return Turn.OVER;
      }
      Records records = new Records(sql, ledger, plan, discoveries);
      records.record(done);
      if (looks) {
        look(sql, ledger, records, dead);
      }
      Turn result = handOut(sql, ledger, records, free, ahead);
      ledger.save();
      return result;
    });
    discoveries.committed();
    done.forEach(page -> held.remove(page.claim().page()));
    turn.claims().forEach(claim -> held.add(claim.page()));
    lookedAt = looks ? System.nanoTime() : lookedAt;
    return turn;
  }

  private Turn handOut(Sql sql, Ledger ledger, Records records, int free, int ahead) throws SQLException {
    Members.Crowd crowd = Members.crowd(sql, crawl, member);
    boolean buried = !crowd.isIn();
    // What one keeps for later another might visit now, even one that is just starting.
    int all = Math.max(plan.concurrency(), crowd.width());
    int most = Math.max(0, ledger.waiting() - free - ahead >= all ? free + ahead : free);
    Claims claims = new Claims(sql, ledger, plan, member);
    List<Claim> claimed = buried ? List.of() : claims.claim(most);
    boolean mayBeMore = claimed.size() < most && records.failSomeOfHostsGivenUp();
    if (ledger.isExhausted(plan.limits())) {
      ledger.isOver();
      return Turn.OVER;
    }
    OptionalLong moment = claimed.size() < free ? claims.nextMoment() : OptionalLong.empty();
    OptionalLong untilNext = moment.isPresent() ? OptionalLong.of(Math.max(0, moment.getAsLong() - ledger.now)) : moment;
    return new Turn(claimed, mayBeMore ? OptionalLong.of(0) : untilNext, buried, false);
  }

  /** Whoever is missing for the second time is dead: a connection that is just being made anew was missing only once. */
  private void look(Sql sql, Ledger ledger, Records records, Set<Integer> missingBefore) throws SQLException {
    Set<Integer> missingNow = Members.missing(sql, crawl);
    Set<Integer> dead = new HashSet<>(missingNow);
    dead.retainAll(missingBefore);
    Members.bury(sql, ledger, dead);
    Members.takeBackOlderThan(sql, ledger, longestClaim);
    records.record(Members.deadly(sql, ledger, member));
    missing = missingNow;
  }

  /**
   * Brings pages back, gives back what is out, and leaves.
   *
   * @param done what was visited
   */
  void leave(List<Claim.Done> done) throws InterruptedException {
    transact(sql -> {
      discoveries.begin();
      Ledger ledger = Ledger.lock(sql, crawl);
      if (ledger.isRunning()) {
        new Records(sql, ledger, plan, discoveries).record(done);
      }
      Members.leave(sql, ledger, member);
      ledger.save();
      return "";
    });
  }

  /**
   * The crawl can't go on: something is broken that is neither the network's fault nor the user's wish.
   *
   * @param page which was being visited
   * @param problem one line for a person, or a stack trace
   * @param isLine which of them
   */
  void broken(String page, String problem, boolean isLine) throws InterruptedException {
    transact(sql -> {
      Ledger.lock(sql, crawl);
      sql.update(
          "UPDATE crawl SET state = 'broken', problem = ?, problem_is_line = ?, problem_page = ? WHERE id = ? AND state = 'running'",
          problem.replace("\0", "?"), isLine, page, crawl);
      Bell.ring(sql, crawl);
      return "";
    });
  }

  /** Whether a session with that number is this member's own. */
  boolean isOwn(int session) {
    return session == this.session.number();
  }

  /** Ends the session, as if the member had died; one that has left may keep it for the next book. */
  @Override
  public void close() {
    session.close();
  }
}
