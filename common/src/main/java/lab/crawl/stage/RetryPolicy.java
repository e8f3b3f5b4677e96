package lab.crawl.stage;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import lab.crawl.FetchResult;

/**
 * When a fetch is tried again, and after which pause. It only says so: waiting is the variant's business, for that is where
 * the designs differ.
 *
 * @param retries how often a fetch is tried again, 0 or more
 */
public record RetryPolicy(int retries) {
  /** The pause before the first retry; each further one is twice as long, up to {@link #LONGEST_BACKOFF}. */
  static final Duration FIRST_BACKOFF = Duration.ofMillis(100);

  static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);

  /** The longest pause that a server's {@code Retry-After} gets. */
  static final Duration LONGEST_RETRY_AFTER = Duration.ofSeconds(30);

  private static final Set<Integer> TRANSIENT_STATUSES = Set.of(429, 502, 503, 504);

  /**
   * Decides about one finished attempt.
   *
   * @param attempt which attempt this was: 1 for the first
   * @param result what came of it
   * @return the pause before the next attempt, 0 or more; empty if the result stands
   */
  public Optional<Duration> pauseAfter(int attempt, FetchResult result) {
    return attempt <= retries && isTransient(result)
        ? Optional.of(retryAfter(result, Instant.now()).orElse(backoff(attempt)))
        : Optional.empty();
  }

  private static boolean isTransient(FetchResult result) {
    return switch (result) {
      case FetchResult.Reply reply -> TRANSIENT_STATUSES.contains(reply.status());
      case FetchResult.Failure failure -> failure.kind().isTransient();
    };
  }

  static Duration backoff(int attempt) {
    int doublings = Math.min(attempt - 1, 20);
    Duration pause = FIRST_BACKOFF.multipliedBy(1L << doublings);
    return pause.compareTo(LONGEST_BACKOFF) < 0 ? pause : LONGEST_BACKOFF;
  }

  /** The header is a number of seconds or a date (RFC 9110, 10.2.3); what is neither is ignored. */
  static Optional<Duration> retryAfter(FetchResult result, Instant now) {
    return result instanceof FetchResult.Reply reply
        ? reply.retryAfter().flatMap(value -> parse(value.strip(), now)).map(RetryPolicy::bounded)
        : Optional.empty();
  }

  private static Optional<Duration> parse(String value, Instant now) {
    if (value.matches("\\d+")) {
      boolean huge = value.length() > 9;
      return Optional.of(huge ? LONGEST_RETRY_AFTER : Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(now, date.toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration pause) {
    if (pause.isNegative()) {
      return Duration.ZERO;
    }
    return pause.compareTo(LONGEST_RETRY_AFTER) < 0 ? pause : LONGEST_RETRY_AFTER;
  }
}
