package lab.crawl.cluster;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lab.crawl.CrawlPlan;
import lab.crawl.SkipReason;
import lab.crawl.Visit;
import lab.crawl.Visited;
import lab.crawl.cli.UsageException;
import lab.crawl.json.JsonObject;
import lab.crawl.json.VisitJson;
import okhttp3.HttpUrl;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The crawls of a store, as whoever doesn't crawl sees them: they are begun, watched, and read when they are over. */
final class Crawls implements AutoCloseable {
  /** So many visits are read at a time. */
  static final int MOST_NEWS = 1000;

  private final StoreAddress store;
  private final Session session;

  Crawls(StoreAddress store) {
    this.store = store;
    this.session = new Session(store);
  }

  /** Its session, for whoever joins a crawl on the same thread. */
  Session session() {
    return session;
  }

  /**
   * How a crawl is.
   *
   * @param state running, over or broken
   * @param problem what broke it; empty unless it is broken
   * @param isLine whether that is a line for a person; else it is a stack trace
   * @param page which was being visited then
   * @param known how many pages are to be visited as far as is known yet, without a limit on them
   * @param isCut whether a safety stop kept pages from being visited
   */
  record Status(String state, String problem, boolean isLine, String page, int known, boolean isCut) {}

  /** A page that was visited; outlinks and steps are there only if the crawl is detailed. */
  record News(int number, Visit visit, List<String> outlinks, Optional<String> steps) {}

  /**
   * Makes the tables that this version needs, if they aren't there.
   *
   * @throws UsageException with one line, if a newer version has been there
   */
  void migrate() throws InterruptedException {
    // First by a session that waits for a store that is just starting.
    session.transact(sql -> "");
    try {
      Flyway.configure()
          .dataSource(store.url(), StoreAddress.user(), StoreAddress.password())
          .locations("classpath:lab/crawl/cluster/schema")
          .ignoreMigrationPatterns(new String[0])
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new UsageException("--store " + store + ": its tables are not of this version; take another database ("
          + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ")");
    }
  }

  /**
   * Begins a crawl, or finds the one of that name: whoever comes second joins.
   *
   * @param earlier what an earlier crawl by that plan has visited, in the order of the visits
   * @throws UsageException with one line, if the crawl of that name has another plan
   */
  StoredCrawl open(String name, CrawlPlan plan, boolean detailed, List<Visited> earlier) throws InterruptedException {
    String text = StoredCrawl.text(plan);
    return session.transact(sql -> {
      Optional<Integer> begun = sql.first(
          row -> row.getInt(1),
          "INSERT INTO crawl (name, plan, detailed) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING RETURNING id", name, text, detailed);
      if (begun.isPresent()) {
        Ledger ledger = Ledger.lock(sql, begun.get());
        Discoveries discoveries = new Discoveries(plan);
        discoveries.discoverStarts(sql, ledger);
        for (Visited visited : earlier) {
          new Records(sql, ledger, plan, discoveries).replay(visited);
        }
        ledger.save();
        return new StoredCrawl(begun.get(), plan, detailed);
      }
      StoredCrawl there = sql.first(row -> checked(row, name, text), "SELECT * FROM crawl WHERE name = ?", name).orElseThrow();
      sql.update("UPDATE crawl SET state = 'running' WHERE id = ? AND state = 'broken'", there.id());
      return there;
    });
  }

  private StoredCrawl checked(ResultSet row, String name, String plan) throws SQLException {
    if (!StoredCrawl.isSame(row.getString("plan"), plan)) {
      throw new UsageException(
          "--crawl '" + name + "' is in the store " + store + " with another plan: give it that plan, or another name");
    }
    return crawl(row);
  }

  private StoredCrawl crawl(ResultSet row) throws SQLException {
    try {
      return new StoredCrawl(row.getInt("id"), StoredCrawl.plan(row.getString("plan")), row.getBoolean("detailed"));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--crawl '" + row.getString("name") + "' was begun by another version of this program: " + e.getMessage());
    }
  }

  /** The crawl with that number. */
  StoredCrawl find(int id) throws InterruptedException {
    return session.transact(sql -> sql.first(this::crawl, "SELECT * FROM crawl WHERE id = ?", id)).orElseThrow();
  }

  /**
   * The crawl of that name, or the only one that runs.
   *
   * @throws UsageException with one line, if there is none, or no name and several
   */
  StoredCrawl named(Optional<String> name) throws InterruptedException {
    List<StoredCrawl> found = session.transact(sql -> sql.query(
        this::crawl, "SELECT * FROM crawl WHERE name = ? OR ?::text IS NULL AND state = 'running'", name.orElse(null), name.orElse(null)));
    if (found.size() != 1) {
      throw new UsageException(name.isPresent()
          ? "--crawl '" + name.get() + "': there is none of that name in the store " + store
          : found.size() + " crawls run in the store " + store + ": name one by --crawl (status lists them)");
    }
    return found.getFirst();
  }

  /** How all are, in words. */
  List<String> report() throws InterruptedException {
    return session.transact(Report::lines);
  }

  /** How it is now. */
  Status status(StoredCrawl crawl) throws InterruptedException {
    int most = crawl.plan().limits().maxPages();
    return session.transact(sql -> sql.first(
        row -> new Status(
            row.getString("state"), String.valueOf(row.getString("problem")), row.getBoolean("problem_is_line"),
            String.valueOf(row.getString("problem_page")), row.getInt("begun") + row.getInt("fresh"),
            row.getBoolean("chain_cut") || row.getInt("fresh") > 0 && row.getInt("begun") == most),
        "SELECT * FROM crawl WHERE id = ?", crawl.id())).orElseThrow();
  }

  /** The visits after one, in their order; {@link #MOST_NEWS} at most. */
  List<News> visitsAfter(StoredCrawl crawl, int number) throws InterruptedException {
    return session.transact(sql -> sql.query(
        row -> new News(
            row.getInt("visit_no"), visit(row.getString("visit")), outlinks(row), Optional.ofNullable(row.getString("steps"))
                .filter(steps -> !steps.isEmpty())),
        "SELECT visit_no, visit, outlinks, steps FROM page WHERE crawl = ? AND visit_no > ? ORDER BY visit_no LIMIT ?",
        crawl.id(), number, MOST_NEWS));
  }

  private static List<String> outlinks(ResultSet row) throws SQLException {
    return row.getArray("outlinks") == null ? List.of() : List.of((String[]) row.getArray("outlinks").getArray());
  }

  private static Visit visit(String text) {
    try {
      return VisitJson.visit(JsonObject.parse(text));
    } catch (IOException e) {
      throw new IllegalStateException("the store holds a visit that is none: " + text, e);
    }
  }

  /** All that was visited up to a visit, and all that is skipped. */
  List<Visit> visitsUpTo(StoredCrawl crawl, int number) throws InterruptedException {
    return session.transact(sql -> sql.query(
        row -> row.getString("visit") == null
            ? new Visit.Skipped(HttpUrl.get(row.getString("url")), SkipReason.valueOf(
                row.getString("skipped").toUpperCase(Locale.ROOT).replace('-', '_')))
            : visit(row.getString("visit")),
        "SELECT url, visit, skipped FROM page WHERE crawl = ? AND (visit_no <= ? OR state = 4)", crawl.id(), number));
  }

  /** A process of this machine has ended: what it had is handed out again. Gives whether it was a member at all. */
  boolean bury(StoredCrawl crawl, long pid) throws InterruptedException {
    return session.transact(sql -> {
      Ledger ledger = Ledger.lock(sql, crawl.id());
      Set<Integer> dead = Members.ofProcess(sql, crawl.id(), pid);
      Members.bury(sql, ledger, dead);
      ledger.save();
      return !dead.isEmpty();
    });
  }

  @Override
  public void close() {
    session.close();
  }
}
