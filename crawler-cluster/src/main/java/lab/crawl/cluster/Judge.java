package lab.crawl.cluster;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lab.crawl.CrawlPlan;
import lab.crawl.RobotsCheck;
import lab.crawl.Scope;
import lab.crawl.SkipReason;
import lab.crawl.Urls;
import okhttp3.HttpUrl;

/** Says which URLs are wanted, by the plan's scope, robots and limits, as far as it is known where the seeds lead. Good for one transaction. */
final class Judge {
  static final int WANTED = 0;
  static final int SKIPPED = 4;
  private static final int UNJUDGED = 5;
  private static final int VISITED = 3;

  private final Ledger crawl;
  private final CrawlPlan plan;
  private final Scope scope;
  private final RobotsCheck robots;
  /** Of which seeds it isn't known yet where they lead: on their origins nothing can be judged, else what comes first would matter. */
  private final Set<String> unknownOrigins;

  /**
   * What is to become of a URL.
   *
   * @param state as in the page's row
   * @param skipped the reason's label; null unless it is skipped
   */
  record Judgement(int state, String skipped) {}

  private Judge(Ledger crawl, CrawlPlan plan, Scope scope, Set<String> unknownOrigins) {
    this.crawl = crawl;
    this.plan = plan;
    this.scope = scope;
    this.robots = new RobotsCheck(plan.robots());
    this.unknownOrigins = unknownOrigins;
  }

  /** Where the seeds lead their own rows tell. */
  static Judge of(Sql sql, Ledger crawl, CrawlPlan plan) throws SQLException {
    Scope scope = plan.scope();
    Set<String> unknown = new HashSet<>();
    List<String> moving = scope.seeds().stream().map(HttpUrl::toString).filter(scope::mayMove).toList();
    for (String seed : moving) {
      Optional<Optional<HttpUrl>> visited = sql.first(
          row -> Optional.ofNullable(row.getString("target")).map(HttpUrl::get),
          """
          SELECT visit ->> 'target' AS target FROM page
          WHERE crawl = ? AND url_hash = sha256(convert_to(?, 'UTF8')) AND state >= ? AND state < ?""",
          crawl.crawl, seed, VISITED, UNJUDGED);
      if (visited.isEmpty()) {
        unknown.add(Urls.origin(seed));
      } else if (visited.get().isPresent()) {
        scope = scope.seedMovedTo(seed, visited.get().get());
      }
    }
    return new Judge(crawl, plan, scope, unknown);
  }

  Judgement of(String url, int depth) {
    if (!scope.isSeed(url) && unknownOrigins.contains(Urls.origin(url))) {
      return new Judgement(UNJUDGED, null);
    }
    Optional<SkipReason> reason = scope.reasonToSkip(url)
        .or(() -> robots.reasonToSkip(url))
        .or(() -> plan.limits().reasonToSkip(url, depth));
    crawl.chainCut |= !plan.limits().hasDepthLimit() && reason.equals(Optional.of(SkipReason.TOO_DEEP));
    return reason.map(skipped -> new Judgement(SKIPPED, skipped.label())).orElse(new Judgement(WANTED, null));
  }
}
