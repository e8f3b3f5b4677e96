package lab.crawl.cluster;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.Host;
import lab.crawl.Visit;
import lab.crawl.Visited;
import lab.crawl.json.VisitJson;
import okhttp3.HttpUrl;

/** Takes pages back: what the frontier's {@code record} does in the other designs, of several pages in one transaction. */
final class Records {
  /** A host may have a million pages, and while they are written nobody else can do anything. */
  private static final int MOST_FAILED = 1000;

  private final Sql sql;
  private final Ledger crawl;
  private final CrawlPlan plan;
  private final Discoveries discoveries;

  Records(Sql sql, Ledger crawl, CrawlPlan plan, Discoveries discoveries) {
    this.sql = sql;
    this.crawl = crawl;
    this.plan = plan;
    this.discoveries = discoveries;
  }

  /** A page's visit, to be written. */
  private record Outcome(long page, Visit visit, List<String> outlinks, String steps) {}

  /** A page to be put back. */
  private record PutBack(Claim claim, long notBefore, int attempts, int refusals) {}

  /** Takes back the pages whose claims still hold. */
  void record(List<Claim.Done> pages) throws SQLException {
    if (pages.isEmpty()) {
      return;
    }
    Hosts hosts = new Hosts(sql, plan.retries(), crawl.now);
    Map<Long, Integer> depths = depthsOfHeld(pages, hosts);
    List<Claim.Done> held = pages.stream().filter(done -> depths.containsKey(done.claim().page())).toList();
    if (held.isEmpty()) {
      // They came through when they were sent before, or others have them now.
      return;
    }
    List<Outcome> outcomes = new ArrayList<>();
    List<PutBack> putBack = new ArrayList<>();
    for (Claim.Done done : held) {
      Claim claim = done.claim();
      switch (hosts.hear(claim, done.visited())) {
        case Host.Verdict.Stands _ ->
          outcomes.add(new Outcome(claim.page(), done.visited().visit(), done.visited().outlinks(), done.steps()));
        case Host.Verdict.TryAgain(long notBefore) -> putBack.add(new PutBack(claim, notBefore, claim.attempts(), claim.refusals()));
        case Host.Verdict.NotItsFault(long notBefore) ->
          putBack.add(new PutBack(claim, notBefore, claim.attempts() - 1, claim.refusals() + 1));
      }
    }
    hosts.save();
    hosts.leaveAlone();
    crawl.out -= held.size();
    putBack(putBack);
    write(outcomes);
    discoveries.discover(sql, crawl,
        outcomes.stream().map(outcome -> new Discoveries.Links(outcome.page, depths.get(outcome.page), outcome.outlinks)).toList());
    discoveries.visited(sql, crawl, outcomes.stream().map(outcome -> outcome.visit.url()).toList());
  }

  /** The fence: whoever was taken for dead, or is sent again what came through already, is not among them. */
  private Map<Long, Integer> depthsOfHeld(List<Claim.Done> pages, Hosts hosts) throws SQLException {
    Map<Long, Integer> depths = new HashMap<>();
    sql.query(row -> held(row, depths, hosts),
        """
        SELECT page.id AS page, page.depth, host.*
        FROM unnest(?::bigint[], ?::bigint[]) AS c (page, claim)
          JOIN page ON page.id = c.page AND page.claim = c.claim
          JOIN host ON host.id = page.host
        WHERE page.state = 2""",
        column(pages, done -> done.claim().page()), column(pages, done -> done.claim().number()));
    return depths;
  }

  private static boolean held(ResultSet row, Map<Long, Integer> depths, Hosts hosts) throws SQLException {
    hosts.know(row);
    depths.put(row.getLong("page"), row.getInt("depth"));
    return true;
  }

  private void putBack(List<PutBack> pages) throws SQLException {
    if (pages.isEmpty()) {
      return;
    }
    crawl.again += sql.update(
        """
        UPDATE page SET state = 1, member = NULL, not_before = b.not_before, attempts = b.attempts, refusals = b.refusals
        FROM unnest(?::bigint[], ?::bigint[], ?::int[], ?::int[]) AS b (page, not_before, attempts, refusals)
        WHERE page.id = b.page""",
        column(pages, page -> page.claim.page()), column(pages, PutBack::notBefore), column(pages, PutBack::attempts),
        column(pages, PutBack::refusals));
  }

  /** What an earlier crawl by the same plan has visited need not be visited again. */
  void replay(Visited visited) throws SQLException {
    HttpUrl url = visited.visit().url();
    Discoveries.Links links = sql.first(
        row -> new Discoveries.Links(row.getLong("id"), row.getInt("depth"), visited.outlinks()),
        "SELECT id, depth FROM page WHERE crawl = ? AND url_hash = sha256(convert_to(?, 'UTF8')) AND state = 0",
        crawl.crawl, url.toString())
        .orElseThrow(() -> new IllegalStateException("the journal's visits are in an order that no crawl has: " + url));
    crawl.fresh--;
    crawl.begun++;
    write(List.of(new Outcome(links.page(), visited.visit(), visited.outlinks(), "")));
    discoveries.discover(sql, crawl, List.of(links));
    discoveries.visited(sql, crawl, List.of(url));
  }

  /**
   * Nobody waits any more for hosts that were in trouble for too long.
   *
   * @return whether there may be more, because there were so many
   */
  boolean failSomeOfHostsGivenUp() throws SQLException {
    List<Outcome> failed = new ArrayList<>(failed(1, MOST_FAILED));
    crawl.again -= failed.size();
    List<Outcome> fresh = crawl.mayBegin(plan.limits()) ? failed(0, Math.min(MOST_FAILED, plan.limits().maxPages() - crawl.begun)) : List.of();
    crawl.fresh -= fresh.size();
    crawl.begun += fresh.size();
    failed.addAll(fresh);
    write(failed);
    discoveries.visited(sql, crawl, failed.stream().map(outcome -> outcome.visit.url()).toList());
    return failed.size() >= MOST_FAILED;
  }

  private List<Outcome> failed(int state, int most) throws SQLException {
    return sql.query(
        row -> new Outcome(row.getLong("id"), hostAway(row.getString("url")), List.of(), ""),
        // Host by host, or else the server may look for them among all pages, in the order that is asked for.
        """
        SELECT p.* FROM host CROSS JOIN LATERAL (
          SELECT id, url FROM page WHERE host = host.id AND state = ? AND state < 2 ORDER BY not_before, id LIMIT ?) p
        WHERE host.crawl = ? AND host.given_up ORDER BY p.id LIMIT ?""",
        state, most, crawl.crawl, most);
  }

  private static Visit hostAway(String url) {
    return new Visit.Failed(
        HttpUrl.get(url), FailureKind.HOST_AWAY, 0, "not asked for: its host was away, or refused, for longer than --patience");
  }

  private void write(List<Outcome> outcomes) throws SQLException {
    if (outcomes.isEmpty()) {
      return;
    }
    sql.update(
        """
        UPDATE page SET state = 3, member = NULL, visit = v.visit::json, visit_no = ? + v.n, steps = v.steps,
          outlinks = string_to_array(v.outlinks, ' ')
        FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) WITH ORDINALITY AS v (page, visit, steps, outlinks, n)
        WHERE page.id = v.page""",
        crawl.visited, column(outcomes, Outcome::page), column(outcomes, outcome -> text(outcome.visit)), column(outcomes, Outcome::steps),
        // No URL has a space in it.
        column(outcomes, outcome -> crawl.detailed ? String.join(" ", outcome.outlinks) : null));
    crawl.visited += outcomes.size();
  }

  /** A database's text holds neither half a character nor a NUL, as the words of a broken reply may. */
  private static String text(Visit visit) {
    String json = VisitJson.of(visit).toString().replace("\\u0000", "?");
    return new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static <T, V> List<V> column(List<T> rows, Function<T, V> value) {
    List<V> column = new ArrayList<>();
    rows.forEach(row -> column.add(value.apply(row)));
    return column;
  }
}
