package lab.crawl.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchSettings;
import lab.crawl.Limits;
import lab.crawl.RetryPolicy;
import lab.crawl.Scope;
import lab.crawl.WorkSettings;

/**
 * A {@link CrawlPlan} as JSON: to be written beside results, and to be sent to another process.
 *
 * @param seed the seed URL
 * @param scope {@code origin} or {@code prefix}
 * @param exclude a regular expression in Java's syntax; absent if nothing is excluded
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PlanRecord(
    String seed,
    String scope,
    Optional<String> exclude,
    int concurrency,
    Limits limits,
    RetryPolicy retries,
    FetchSettings fetch,
    WorkSettings work) {

  /** Writes a plan down. */
  public static PlanRecord of(CrawlPlan plan) {
    return new PlanRecord(
        plan.seed().toString(),
        plan.scope().reach().label(),
        plan.scope().exclude().map(Pattern::pattern),
        plan.concurrency(),
        plan.limits(),
        plan.retries(),
        plan.fetch(),
        plan.work());
  }

  /**
   * Reads it back.
   *
   * @throws IllegalArgumentException with one line that names a value which no plan may have
   */
  public CrawlPlan toPlan() {
    CrawlPlan.Builder plan =
        CrawlPlan.of(seed)
            .reach(Scope.Reach.ofLabel(scope))
            .concurrency(concurrency)
            .limits(limits)
            .retries(retries)
            .fetch(fetch)
            .work(work);
    exclude.map(Pattern::compile).ifPresent(plan::exclude);
    return plan.build();
  }

  /** What a title says of the lock, after all else: nothing if there is none. */
  public String lockNote() {
    return work.interpreterLock() ? " · with an interpreter lock" : "";
  }
}
