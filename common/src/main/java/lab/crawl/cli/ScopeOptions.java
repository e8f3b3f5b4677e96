package lab.crawl.cli;

import java.util.List;
import java.util.regex.Pattern;
import lab.crawl.CrawlPlan;
import lab.crawl.Scope;
import picocli.CommandLine.Option;

/** Which URLs belong to a crawl: a part of {@link CrawlOptions}. */
final class ScopeOptions {
  @Option(names = "--scope", paramLabel = "SCOPE",
      description = "How far to follow links: origin (same scheme, host, port) or prefix (a seed's folder and below). Default: origin.")
  private Scope.Reach reach = Scope.Reach.ORIGIN;

  @Option(names = "--requisites", paramLabel = "FROM",
      description = {
        "Where to fetch from what a page needs in order to be shown (images, styles, scripts, fonts): same (where pages are fetched from)",
        "or any (other hosts too, each with its own politeness delay; never their pages). Default: same."
      })
  private Scope.Requisites requisites = Scope.Requisites.SAME;

  @Option(names = "--include", paramLabel = "REGEX",
      description = {
        "Skip URLs in which this regular expression is not found. May be given more than once: then one of them must be found.",
        "A seed URL need not be included."
      })
  private List<Pattern> includes = List.of();

  @Option(names = "--exclude", paramLabel = "REGEX",
      description = "Skip URLs in which this regular expression is found. May be given more than once.")
  private List<Pattern> excludes = List.of();

  boolean excludesAny() {
    return !excludes.isEmpty();
  }

  void addTo(CrawlPlan.Builder plan) {
    plan.reach(reach).requisites(requisites);
    includes.forEach(plan::include);
    excludes.forEach(plan::exclude);
  }
}
