package lab.crawl;

import java.time.Duration;

/**
 * What whoever fetches a page must know.
 *
 * @param timeout most time for one whole fetch, from connecting to the last byte; 1 ms to 24 days
 * @param maxBodyBytes longest body taken, after content coding is undone, 0 or more
 * @param userAgent the {@code User-Agent} header; not blank
 */
public record FetchSettings(Duration timeout, long maxBodyBytes, String userAgent) {
  /** HTTP clients count milliseconds, in an int. */
  private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(1);

  private static final Duration LONGEST_TIMEOUT = Duration.ofDays(24);

  /** Thirty seconds, 32 MiB, the lab's own name. */
  public static final FetchSettings DEFAULT = new FetchSettings(Duration.ofSeconds(30), 32 << 20, "concurrency-lab/1.0");

  /**
   * Checks every value.
   *
   * @throws IllegalArgumentException with one line that names the value and what it may be
   */
  public FetchSettings {
    boolean usable = timeout.compareTo(SHORTEST_TIMEOUT) >= 0 && timeout.compareTo(LONGEST_TIMEOUT) <= 0;
    Checks.check(usable, "timeout", timeout, "1 ms to 24 days");
    Checks.check(maxBodyBytes >= 0, "max body", maxBodyBytes, "0 or more bytes");
    Checks.check(!userAgent.isBlank() && userAgent.chars().allMatch(c -> c >= ' ' && c <= '~'),
        "user agent", userAgent, "printable ASCII characters");
  }
}
