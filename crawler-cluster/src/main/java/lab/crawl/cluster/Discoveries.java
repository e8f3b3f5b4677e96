package lab.crawl.cluster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lab.crawl.CrawlPlan;
import lab.crawl.Scope;
import lab.crawl.SkipReason;

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

  /** A page that was visited, and what it links. */
  record Links(long page, int depth, List<String> targets) {}

  Discoveries(CrawlPlan plan) {
    this.plan = plan;
  }

  /** Makes the seed known. */
  void discoverSeed(Sql sql, Ledger crawl) throws SQLException {
    insert(sql, crawl, Map.of(plan.seed().toString(), 0));
  }

  /** Makes known what these pages link. */
  void discover(Sql sql, Ledger crawl, List<Links> pages) throws SQLException {
    sent.clear();
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
    sent.clear();
  }

  private void insert(Sql sql, Ledger crawl, Map<String, Integer> depths) throws SQLException {
    if (depths.isEmpty()) {
      return;
    }
    Scope scope = crawl.scope(plan);
    List<String> urls = List.copyOf(depths.keySet());
    List<String> skipped = new ArrayList<>();
    Set<String> origins = new LinkedHashSet<>();
    for (String url : urls) {
      Optional<SkipReason> reason = reasonToSkip(crawl, scope, url, depths.get(url));
      skipped.add(reason.map(SkipReason::label).orElse(null));
      origins.add(origin(url));
    }
    sql.update("INSERT INTO host (crawl, origin) SELECT ?, unnest(?::text[]) ON CONFLICT DO NOTHING", crawl.crawl, List.copyOf(origins));
    List<String> reasons = sql.query(row -> row.getString("skipped"),
        """
        INSERT INTO page (crawl, url_hash, url, host, depth, state, skipped)
        SELECT host.crawl, sha256(convert_to(u.url, 'UTF8')), u.url, host.id, u.depth, CASE WHEN u.skipped IS NULL THEN 0 ELSE 4 END, u.skipped
        FROM unnest(?::text[], ?::int[], ?::text[], ?::text[]) WITH ORDINALITY AS u (url, depth, skipped, origin, n)
          JOIN host ON host.crawl = ? AND host.origin = u.origin
        ORDER BY n
        ON CONFLICT (crawl, url_hash) DO NOTHING
        RETURNING skipped""",
        urls, List.copyOf(depths.values()), skipped, urls.stream().map(Discoveries::origin).toList(), crawl.crawl);
    crawl.fresh += Collections.frequency(reasons, null);
  }

  private Optional<SkipReason> reasonToSkip(Ledger crawl, Scope scope, String url, int depth) {
    Optional<SkipReason> reason = scope.reasonToSkip(url).or(() -> plan.limits().reasonToSkip(url, depth));
    crawl.chainCut |= !plan.limits().hasDepthLimit() && reason.equals(Optional.of(SkipReason.TOO_DEEP));
    return reason;
  }

  private static String origin(String url) {
    return url.substring(0, url.indexOf('/', url.indexOf("//") + 2));
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

  /** A page that was found by a shorter way than before. */
  private record Shortened(long page, String url, int depth, String skipped) {}

  /**
   * URLs may be found again by a shorter way than before, and so is all that was discovered from them: else a depth limit would cut off what
   * a lucky schedule reached. Level by level, until nothing changes.
   */
  private void relax(Sql sql, Ledger crawl, List<Long> pages) throws SQLException {
    List<Long> from = pages;
    while (!from.isEmpty()) {
      List<Shortened> shortened = sql.query(
          row -> new Shortened(row.getLong("id"), row.getString("url"), row.getInt("depth"), row.getString("skipped")),
          """
          UPDATE page SET depth = d.depth
          FROM (SELECT link.target, min(source.depth) + 1 AS depth
                FROM link JOIN page source ON source.id = link.source WHERE link.source = ANY(?) GROUP BY link.target) d
          WHERE page.id = d.target AND page.depth > d.depth
          RETURNING page.id, page.url, page.depth, page.skipped""",
          from);
      wantAgain(sql, crawl, shortened);
      from = shortened.stream().map(Shortened::page).toList();
    }
  }

  private void wantAgain(Sql sql, Ledger crawl, List<Shortened> pages) throws SQLException {
    Scope scope = crawl.scope(plan);
    List<Long> wanted = pages.stream()
        .filter(page -> page.skipped != null && reasonToSkip(crawl, scope, page.url, page.depth).isEmpty())
        .map(Shortened::page)
        .toList();
    if (!wanted.isEmpty()) {
      crawl.fresh += sql.update("UPDATE page SET state = 0, skipped = NULL WHERE id = ANY(?)", wanted);
    }
  }
}
