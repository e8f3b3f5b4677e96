package lab.crawl.cli;

import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Visit;

/** Why a crawl never got past its seed URL: the one case in which its figures say nothing. */
final class SeedProblem {
  private SeedProblem() {}

  /** One line that says what to do; empty if the crawl got anywhere. */
  static Optional<String> of(CrawlPlan plan, CrawlResult result) {
    Optional<String> refusal = result.fetched() == 0 ? RobotsNotes.refusal(plan) : Optional.empty();
    return refusal.or(() -> result.visits().size() == 1 ? of(result.visits().getFirst()) : Optional.empty());
  }

  private static Optional<String> of(Visit seed) {
    return switch (seed) {
      case Visit.Saved _ -> Optional.empty();
      case Visit.Failed v ->
          Optional.of("cannot crawl " + v.url() + ": " + v.kind().label() + " (" + v.detail() + ")"
              + Remedy.of(v.kind()).map(remedy -> "; " + remedy).orElse(""));
      case Visit.Redirected v ->
          Optional.of("nothing to crawl at " + v.url() + ": it leads to another origin, " + v.target() + "; give that URL");
      case Visit.Skipped v ->
          Optional.of("nothing to crawl at " + v.url() + ": the options leave it out (" + v.reason().label() + ")");
    };
  }
}
