package lab.crawl;

import java.time.Duration;
import java.util.Set;

/**
 * When a page that failed is tried again, and how long a host in trouble is waited for. It only says so: the {@link Frontier} keeps
 * the page meanwhile, and how to wait for the moment is the design's business.
 *
 * @param retries how often a page that failed in a way that may pass is tried again, 0 or more
 * @param patience the longest wait for a host that asks for one, or that can't be reached any more; 0 for none
 */
public record RetryPolicy(int retries, Duration patience) {
  /** The pause before the first retry; each further one is twice as long, up to {@link #LONGEST_BACKOFF}. */
  static final Duration FIRST_BACKOFF = Duration.ofMillis(100);

  static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);

  private static final Duration LONGEST_PATIENCE = Duration.ofDays(24);

  private static final Set<Integer> TRANSIENT_STATUSES = Set.of(429, 502, 503, 504);

  /** Two retries, half a minute. */
  public static final RetryPolicy DEFAULT = new RetryPolicy(2, Duration.ofSeconds(30));

  /**
   * Checks every value.
   *
   * @throws IllegalArgumentException with one line that names the value and what it may be
   */
  public RetryPolicy {
    Checks.check(retries >= 0, "retries", retries, "0 or more");
    boolean usable = !patience.isNegative() && patience.compareTo(LONGEST_PATIENCE) <= 0;
    Checks.check(usable, "patience", patience, "0 ms to 24 days");
  }

  /**
   * Whether a page is tried again after so many attempts.
   *
   * @param attempt which attempt this was: 1 for the first
   * @param visit what came of it
   */
  boolean triesAgain(int attempt, Visit visit) {
    return attempt <= retries && isTransient(visit);
  }

  private static boolean isTransient(Visit visit) {
    return switch (visit) {
      case Visit.Failed failed when failed.kind() == FailureKind.HTTP_STATUS -> TRANSIENT_STATUSES.contains(failed.status());
      case Visit.Failed failed -> failed.kind().isTransient();
      case Visit.Saved _, Visit.Redirected _, Visit.Skipped _ -> false;
    };
  }

  /** The pause after so many attempts in a row that failed, 1 or more. */
  static Duration backoff(int attempt) {
    int doublings = Math.min(attempt - 1, 20);
    Duration pause = FIRST_BACKOFF.multipliedBy(1L << doublings);
    return pause.compareTo(LONGEST_BACKOFF) < 0 ? pause : LONGEST_BACKOFF;
  }
}
