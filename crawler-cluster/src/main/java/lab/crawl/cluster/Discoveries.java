package lab.crawl.cluster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.crawl.CrawlPlan;
import lab.crawl.Urls;
import okhttp3.HttpUrl;

/**
 * Makes URLs known. The table's key deduplicates them, in one place for all members. Which of them are wanted the plan's scope and limits say,
 * as in every other design.
 */
final class Discoveries {
  /** So many URLs that are known to be known needn't be sent to the store again. */
  private static final int MOST_REMEMBERED = 200_000;

  private final CrawlPlan plan;
  /** URLs of committed transactions. Only whoever commits adds to it, see {@link #committed}. */
  private final Set<String> remembered = Collections.newSetFromMap(new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > MOST_REMEMBERED;
    }
  });

  private final List<String> sent = new ArrayList<>();
  /** The same of hosts, by their origins: as text an origin is the URL of its first page. */
  private final Set<String> knownOrigins = new HashSet<>();

  private final List<String> sentOrigins = new ArrayList<>();

  /** A page that was visited, and what it links. */
  record Links(long page, int depth, List<String> targets) {}

  Discoveries(CrawlPlan plan) {
    this.plan = plan;
  }

  /** Makes known what the crawl begins with. */
  void discoverStarts(Sql sql, Ledger crawl) throws SQLException {
    Map<String, Integer> depths = new LinkedHashMap<>();
    plan.scope().starts().forEach(start -> depths.put(start, 0));
    insert(sql, crawl, depths);
  }

  /** A transaction begins: what an attempt before it has sent may not have come through. */
  void begin() {
    sent.clear();
    sentOrigins.clear();
  }

  /** Makes known what these pages link. */
  void discover(Sql sql, Ledger crawl, List<Links> pages) throws SQLException {
    Map<String, Integer> depths = new LinkedHashMap<>();
    for (Links page : pages) {
      page.targets().stream().filter(url -> !remembered.contains(url)).forEach(url -> depths.merge(url, page.depth() + 1, Math::min));
    }
    insert(sql, crawl, depths);
    if (plan.limits().hasDepthLimit()) {
      link(sql, pages);
      relax(sql, crawl, pages.stream().map(Links::page).toList());
    } else {
      sent.addAll(depths.keySet());
    }
  }

  /** What was sent last is in the store for good, and known to be. (With a limit on depth a shorter way to it may still be found.) */
  void committed() {
    remembered.addAll(sent);
    knownOrigins.addAll(sentOrigins);
  }

  private void insert(Sql sql, Ledger crawl, Map<String, Integer> depths) throws SQLException {
    if (depths.isEmpty()) {
      return;
    }
    Judge judge = Judge.of(sql, crawl, plan);
    List<String> urls = List.copyOf(depths.keySet());
    List<Integer> states = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    for (String url : urls) {
      Judge.Judgement judgement = judge.of(url, depths.get(url));
      states.add(judgement.state());
      skipped.add(judgement.skipped());
    }
    List<String> origins = urls.stream().map(Urls::origin).toList();
    insertHosts(sql, crawl, origins);
    List<Integer> made = sql.query(row -> row.getInt("state"),
        """
        INSERT INTO page (crawl, url_hash, url, host, depth, state, skipped)
        SELECT host.crawl, sha256(convert_to(u.url, 'UTF8')), u.url, host.id, u.depth, u.state, u.skipped
        FROM unnest(?::text[], ?::int[], ?::int[], ?::text[], ?::text[]) WITH ORDINALITY AS u (url, depth, state, skipped, origin, n)
          JOIN host ON host.crawl = ? AND host.origin = u.origin
        ORDER BY n
        ON CONFLICT (crawl, url_hash) DO NOTHING
        RETURNING state""",
        urls, List.copyOf(depths.values()), states, skipped, origins, crawl.crawl);
    crawl.fresh += Collections.frequency(made, Judge.WANTED);
  }

  private void insertHosts(Sql sql, Ledger crawl, List<String> origins) throws SQLException {
    List<String> fresh = origins.stream().distinct().filter(origin -> !knownOrigins.contains(origin)).toList();
    if (fresh.isEmpty()) {
      return;
    }
    sql.update("INSERT INTO host (crawl, origin, delay) SELECT ?, * FROM unnest(?::text[], ?::bigint[]) ON CONFLICT DO NOTHING",
        crawl.crawl, fresh, fresh.stream().map(origin -> plan.politeness().delay(origin).toNanos()).toList());
    sentOrigins.addAll(fresh);
  }

  /** Pages were visited. If a seed is among them, it may be known now what is in scope. */
  void visited(Sql sql, Ledger crawl, List<HttpUrl> pages) throws SQLException {
    if (pages.stream().map(HttpUrl::toString).noneMatch(plan.scope()::mayMove)) {
      return;
    }
    judgeAgain(sql, crawl, sql.query(
        Discoveries::found, "SELECT id, url, depth, state FROM page WHERE crawl = ? AND state = 5", crawl.crawl));
  }

  private void link(Sql sql, List<Links> pages) throws SQLException {
    List<Long> sources = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    pages.forEach(page -> page.targets().forEach(target -> {
      sources.add(page.page());
      targets.add(target);
    }));
    sql.update(
        """
        INSERT INTO link
        SELECT l.source, target.id
        FROM unnest(?::bigint[], ?::text[]) AS l (source, url)
          JOIN page source ON source.id = l.source
          JOIN page target ON target.crawl = source.crawl AND target.url_hash = sha256(convert_to(l.url, 'UTF8'))
        ON CONFLICT DO NOTHING""",
        sources, targets);
  }

  private record Found(long page, String url, int depth, int state) {}

  private static Found found(ResultSet row) throws SQLException {
    return new Found(row.getLong("id"), row.getString("url"), row.getInt("depth"), row.getInt("state"));
  }

  /**
   * URLs may be found again by a shorter way than before, and so is all that was discovered from them: else a depth limit would cut off what
   * a lucky schedule reached. Level by level, until nothing changes.
   */
  private void relax(Sql sql, Ledger crawl, List<Long> pages) throws SQLException {
    List<Long> from = pages;
    while (!from.isEmpty()) {
      List<Found> shortened = sql.query(
          Discoveries::found,
          """
          UPDATE page SET depth = d.depth
          FROM (SELECT link.target, min(source.depth) + 1 AS depth
                FROM link JOIN page source ON source.id = link.source WHERE link.source = ANY(?) GROUP BY link.target) d
          WHERE page.id = d.target AND page.depth > d.depth
          RETURNING page.id, page.url, page.depth, page.state""",
          from);
      judgeAgain(sql, crawl, shortened.stream().filter(page -> page.state == Judge.SKIPPED).toList());
      from = shortened.stream().map(Found::page).toList();
    }
  }

  private void judgeAgain(Sql sql, Ledger crawl, List<Found> pages) throws SQLException {
    if (pages.isEmpty()) {
      return;
    }
    Judge judge = Judge.of(sql, crawl, plan);
    List<Judge.Judgement> judgements = pages.stream().map(page -> judge.of(page.url, page.depth)).toList();
    sql.update(
        """
        UPDATE page SET state = j.state, skipped = j.skipped
        FROM unnest(?::bigint[], ?::int[], ?::text[]) AS j (page, state, skipped) WHERE page.id = j.page""",
        pages.stream().map(Found::page).toList(), judgements.stream().map(Judge.Judgement::state).toList(),
        new ArrayList<>(judgements.stream().map(Judge.Judgement::skipped).toList()));
    crawl.fresh += (int) judgements.stream().filter(judgement -> judgement.state() == Judge.WANTED).count();
  }
}
