package lab.crawl;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.crawl.stage.Scope;
import lab.crawl.stage.Urls;
import okhttp3.HttpUrl;

/**
 * Everything that may differ from crawl to crawl, validated once. Two crawls of one site by the same plan give the same
 * manifest.
 *
 * @param scope where the crawl begins, and which URLs belong to it
 * @param concurrency the width: most fetches in flight at a time, 1 to 10,000
 * @param checksumRounds links of the checksum chain computed over each body, 0 (off) or more
 * @param interpreterLock whether one lock per process is held while pages are parsed and their checksums computed, as CPython's
 *     global interpreter lock is: see {@link lab.crawl.stage.InterpreterLock}; false by default
 * @param maxDepth most links between the seed and a page, 0 (the seed alone) or more; {@link #UNLIMITED} by default
 * @param maxPages a safety stop, 1 or more: a crawl that hits it has no comparable digest; {@link #UNLIMITED} by default
 * @param timeout most time for one whole fetch, from connecting to the last byte; 1 ms to 24 days
 * @param maxBodyBytes longest body taken, after content coding is undone, 0 or more
 * @param retries how often a fetch that failed in a way that may pass is tried again, 0 or more
 * @param userAgent the {@code User-Agent} header; not blank
 * @param out the folder to write the site to, if it is to be written
 */
public record CrawlPlan(
    Scope scope,
    int concurrency,
    int checksumRounds,
    boolean interpreterLock,
    int maxDepth,
    int maxPages,
    Duration timeout,
    int maxBodyBytes,
    int retries,
    String userAgent,
    Optional<Path> out) {

  /** No limit on depth or pages. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  private static final int MOST_CONCURRENCY = 10_000;

  /** HTTP clients count milliseconds, in an int. */
  private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(1);

  private static final Duration LONGEST_TIMEOUT = Duration.ofDays(24);

  /**
   * Checks every value.
   *
   * @throws IllegalArgumentException with one line that names the value and what it may be
   */
  public CrawlPlan {
    Objects.requireNonNull(scope);
    Objects.requireNonNull(out);
    check(concurrency >= 1 && concurrency <= MOST_CONCURRENCY, "concurrency", concurrency, "1 to 10000");
    check(checksumRounds >= 0, "checksum rounds", checksumRounds, "0 or more");
    check(maxDepth >= 0, "max depth", maxDepth, "0 or more");
    check(maxPages >= 1, "max pages", maxPages, "1 or more");
    boolean usable = timeout.compareTo(SHORTEST_TIMEOUT) >= 0 && timeout.compareTo(LONGEST_TIMEOUT) <= 0;
    check(usable, "timeout", timeout, "1 ms to 24 days");
    check(maxBodyBytes >= 0, "max body", maxBodyBytes, "0 or more bytes");
    check(retries >= 0, "retries", retries, "0 or more");
    check(!userAgent.isBlank() && userAgent.chars().allMatch(c -> c >= ' ' && c <= '~'),
        "user agent", userAgent, "printable ASCII characters");
  }

  private static void check(boolean holds, String what, Object value, String allowed) {
    if (!holds) {
      String shown = value.toString().replaceAll("\\p{Cntrl}", "?");
      throw new IllegalArgumentException(what + " is " + shown + " but must be " + allowed);
    }
  }

  /** Where the crawl begins. */
  public HttpUrl seed() {
    return scope.seed();
  }

  /** Whether the depth of a page matters. */
  public boolean hasDepthLimit() {
    return maxDepth != UNLIMITED;
  }

  /** Begins a plan for a seed URL, with the defaults that every variant shares. */
  public static Builder of(HttpUrl seed) {
    return new Builder(Urls.asSent(seed));
  }

  /**
   * Begins a plan for a seed URL.
   *
   * @throws IllegalArgumentException if it is not an http or https URL
   */
  public static Builder of(String seed) {
    return of(HttpUrl.get(seed));
  }

  /** Collects what differs from the defaults. */
  public static final class Builder {
    /** Default width. */
    public static final int CONCURRENCY = 8;

    /**
     * Default checksum chain: on a warm JVM it costs about as much as parsing. Over the 370 pages of jsoup's javadoc (35 kB on
     * average, 18 kB median; JDK 25, x86-64 with SHA instructions) it took 0.9 to 1.3 times the CPU time of finding outlinks.
     */
    public static final int CHECKSUM_ROUNDS = 40;

    /** Default time for one whole fetch. */
    public static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Default longest body: 32 MiB. */
    public static final int MAX_BODY_BYTES = 32 << 20;

    /** Default retries. */
    public static final int RETRIES = 2;

    /** Default user agent. */
    public static final String USER_AGENT = "concurrency-lab/1.0";

    private final HttpUrl seed;
    private Scope.Reach reach = Scope.Reach.ORIGIN;
    private Optional<Pattern> exclude = Optional.empty();
    private int concurrency = CONCURRENCY;
    private int checksumRounds = CHECKSUM_ROUNDS;
    private boolean interpreterLock;
    private int maxDepth = UNLIMITED;
    private int maxPages = UNLIMITED;
    private Duration timeout = TIMEOUT;
    private int maxBodyBytes = MAX_BODY_BYTES;
    private int retries = RETRIES;
    private String userAgent = USER_AGENT;
    private Optional<Path> out = Optional.empty();

    private Builder(HttpUrl seed) {
      this.seed = seed;
    }

    /** How far from the seed the crawl may go. */
    public Builder reach(Scope.Reach value) {
      reach = value;
      return this;
    }

    /** URLs in which this is found are skipped. */
    public Builder exclude(Pattern value) {
      exclude = Optional.of(value);
      return this;
    }

    /** See {@link CrawlPlan#concurrency()}. */
    public Builder concurrency(int value) {
      concurrency = value;
      return this;
    }

    /** See {@link CrawlPlan#checksumRounds()}. */
    public Builder checksumRounds(int value) {
      checksumRounds = value;
      return this;
    }

    /** See {@link CrawlPlan#interpreterLock()}. */
    public Builder interpreterLock(boolean value) {
      interpreterLock = value;
      return this;
    }

    /** See {@link CrawlPlan#maxDepth()}. */
    public Builder maxDepth(int value) {
      maxDepth = value;
      return this;
    }

    /** See {@link CrawlPlan#maxPages()}. */
    public Builder maxPages(int value) {
      maxPages = value;
      return this;
    }

    /** See {@link CrawlPlan#timeout()}. */
    public Builder timeout(Duration value) {
      timeout = value;
      return this;
    }

    /** See {@link CrawlPlan#maxBodyBytes()}. */
    public Builder maxBodyBytes(int value) {
      maxBodyBytes = value;
      return this;
    }

    /** See {@link CrawlPlan#retries()}. */
    public Builder retries(int value) {
      retries = value;
      return this;
    }

    /** See {@link CrawlPlan#userAgent()}. */
    public Builder userAgent(String value) {
      userAgent = value;
      return this;
    }

    /** The folder to write the site to. */
    public Builder out(Path value) {
      out = Optional.of(value);
      return this;
    }

    /**
     * The plan.
     *
     * @throws IllegalArgumentException as {@link CrawlPlan#CrawlPlan} does
     */
    public CrawlPlan build() {
      Scope scope = new Scope(seed, reach, exclude);
      return new CrawlPlan(
          scope, concurrency, checksumRounds, interpreterLock, maxDepth, maxPages, timeout, maxBodyBytes, retries, userAgent,
          out);
    }
  }
}
