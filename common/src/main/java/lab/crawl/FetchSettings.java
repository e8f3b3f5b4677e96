package lab.crawl;

import java.time.Duration;
import java.util.Objects;

/**
 * What whoever fetches a page must know.
 *
 * @param timeout most time for one whole fetch, from connecting to the last byte; 1 ms to 24 days
 * @param maxBodyBytes longest body taken, after content coding is undone, 0 or more
 * @param userAgent the {@code User-Agent} header; not blank
 * @param requests what else goes with each request, and by which way
 */
public record FetchSettings(Duration timeout, long maxBodyBytes, String userAgent, RequestSettings requests) {
  /** HTTP clients count milliseconds, in an int. */
  private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(1);

  private static final Duration LONGEST_TIMEOUT = Duration.ofDays(24);

  /** Thirty seconds, 32 MiB, the lab's own name. */
  public static final FetchSettings DEFAULT = new FetchSettings(Duration.ofSeconds(30), 32 << 20, "concurrency-lab/1.0", RequestSettings.NONE);

  /**
   * Checks every value.
   *
   * @throws IllegalArgumentException with one line that names the value and what it may be
   */
  public FetchSettings {
    Objects.requireNonNull(requests);
    boolean usable = timeout.compareTo(SHORTEST_TIMEOUT) >= 0 && timeout.compareTo(LONGEST_TIMEOUT) <= 0;
    Checks.check(usable, "timeout", timeout, "1 ms to 24 days");
    Checks.check(maxBodyBytes >= 0, "max body", maxBodyBytes, "0 or more bytes");
    Checks.check(!userAgent.isBlank() && userAgent.chars().allMatch(c -> c >= ' ' && c <= '~'),
        "user agent", userAgent, "printable ASCII characters");
  }

  /** The same for one of several that fetch at the same time. */
  public FetchSettings sharedBy(int many) {
    return new FetchSettings(timeout, maxBodyBytes, userAgent, requests.sharedBy(many));
  }
}
