package lab.crawl.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.RobotsRules;
import lab.crawl.SkipReason;
import lab.crawl.Urls;
import okhttp3.HttpUrl;

/** What a person should know of robots.txt: what a crawl by a plan left out because of it. */
public final class RobotsNotes {
  private static final String REMEDY = "try again, or use --no-robots";

  private RobotsNotes() {}

  /** Why a crawl by that plan would not even begin, a line for each seed; empty if it would. */
  public static Optional<String> refusal(CrawlPlan plan) {
    List<String> refusals = refusals(plan);
    return refusals.size() < plan.scope().seeds().size() ? Optional.empty() : Optional.of(String.join("\n", refusals));
  }

  private static List<String> refusals(CrawlPlan plan) {
    return plan.scope().seeds().stream()
        .filter(seed -> !plan.robots().allows(seed))
        .map(seed -> "cannot crawl " + seed + ": " + why(plan, seed, plan.robots().of(seed).orElseThrow()))
        .toList();
  }

  private static String why(CrawlPlan plan, HttpUrl seed, RobotsRules rules) {
    String robotsTxt = Urls.origin(seed.toString()) + "robots.txt";
    return rules.problem()
        .map(problem -> problem + ": " + robotsTxt + " could not be read, and so nobody knows what may be fetched; "
            + Remedy.of(problem).orElse(REMEDY))
        .orElseGet(() -> robotsTxt + " disallows it for " + who(plan) + " (--no-robots is for sites of your own)");
  }

  private static String who(CrawlPlan plan) {
    return RobotsRules.token(plan.fetch().userAgent()).orElse("everybody");
  }

  /** Which sites' robots.txt couldn't be read, so that nothing of them is crawled: a line for each of their seeds; empty if there is none. */
  static Optional<String> unreadable(CrawlPlan plan) {
    boolean any = plan.robots().origins().values().stream().anyMatch(rules -> rules.problem().isPresent());
    return any ? Optional.of(String.join("\n", refusals(plan))) : Optional.empty();
  }

  /** How many URLs were left out, and which seeds were. */
  static List<String> of(CrawlPlan plan, CrawlResult result) {
    List<String> notes = new ArrayList<>();
    Optional.ofNullable(result.skips().get(SkipReason.ROBOTS)).ifPresent(count ->
        notes.add(Counted.of(count, "URL") + " skipped: robots.txt doesn't allow " + who(plan) + " there"));
    notes.addAll(refusals(plan));
    return notes;
  }
}
