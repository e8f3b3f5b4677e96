package lab.crawl.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.crawl.CrawlPlan;
import lab.crawl.stage.Scope;

/**
 * A {@link CrawlPlan} as JSON: to be written beside results, and to be sent to another process.
 *
 * @param seed the seed URL
 * @param scope {@code origin} or {@code prefix}
 * @param exclude a regular expression in Java's syntax; absent if nothing is excluded
 * @param interpreterLock read as false where it is absent, as in files written before there was one
 * @param maxDepth absent if there is no limit
 * @param maxPages absent if there is no limit
 * @param out an absolute path; absent if nothing is to be written
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PlanRecord(
    String seed,
    String scope,
    Optional<String> exclude,
    int concurrency,
    int checksumRounds,
    boolean interpreterLock,
    Optional<Integer> maxDepth,
    Optional<Integer> maxPages,
    long timeoutMillis,
    int maxBodyBytes,
    int retries,
    String userAgent,
    Optional<String> out) {

  /** Writes a plan down. */
  public static PlanRecord of(CrawlPlan plan) {
    return new PlanRecord(
        plan.seed().toString(),
        plan.scope().reach().label(),
        plan.scope().exclude().map(Pattern::pattern),
        plan.concurrency(),
        plan.checksumRounds(),
        plan.interpreterLock(),
        unlessUnlimited(plan.maxDepth()),
        unlessUnlimited(plan.maxPages()),
        plan.timeout().toMillis(),
        plan.maxBodyBytes(),
        plan.retries(),
        plan.userAgent(),
        plan.out().map(path -> path.toAbsolutePath().toString()));
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
            .checksumRounds(checksumRounds)
            .interpreterLock(interpreterLock)
            .maxDepth(maxDepth.orElse(CrawlPlan.UNLIMITED))
            .maxPages(maxPages.orElse(CrawlPlan.UNLIMITED))
            .timeout(Duration.ofMillis(timeoutMillis))
            .maxBodyBytes(maxBodyBytes)
            .retries(retries)
            .userAgent(userAgent);
    exclude.map(Pattern::compile).ifPresent(plan::exclude);
    out.map(Path::of).ifPresent(plan::out);
    return plan.build();
  }

  /** What a title says of the lock, after all else: nothing if there is none. */
  public String lockNote() {
    return interpreterLock ? " · with an interpreter lock" : "";
  }

  private static Optional<Integer> unlessUnlimited(int limit) {
    return limit == CrawlPlan.UNLIMITED ? Optional.empty() : Optional.of(limit);
  }
}
