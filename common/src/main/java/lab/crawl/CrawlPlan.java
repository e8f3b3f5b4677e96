package lab.crawl;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Everything that may differ from crawl to crawl, validated once. Two crawls of one site by the same plan give the same
 * manifest.
 *
 * @param scope where the crawl begins, and which URLs belong to it
 * @param robots what the seeds' sites allow
 * @param limits how far it may go
 * @param concurrency the width: most fetches in flight at a time, 1 to 10,000
 * @param politeness how long a host is left alone between two requests
 * @param retries when a page that failed is tried again, and for how long a host in trouble is waited for
 * @param fetch what whoever fetches must know
 * @param work what whoever works on what was fetched must know
 */
public record CrawlPlan(
    Scope scope, Robots robots, Limits limits, int concurrency, Politeness politeness, RetryPolicy retries, FetchSettings fetch,
    WorkSettings work) {

  private static final int MOST_CONCURRENCY = 10_000;

  /**
   * Checks every value.
   *
   * @throws IllegalArgumentException with one line that names the value and what it may be
   */
  public CrawlPlan {
    Objects.requireNonNull(scope);
    Objects.requireNonNull(robots);
    Objects.requireNonNull(limits);
    Objects.requireNonNull(politeness);
    Objects.requireNonNull(retries);
    Objects.requireNonNull(fetch);
    Objects.requireNonNull(work);
    Checks.check(concurrency >= 1 && concurrency <= MOST_CONCURRENCY, "concurrency", concurrency, "1 to 10000");
  }

  /** Where the crawl begins, or the first of several such places: see {@link Scope#seeds()}. */
  public HttpUrl seed() {
    return scope.seeds().getFirst();
  }

  /** The same, with all exchanges archived in a file. */
  public CrawlPlan archivedIn(Path warc) {
    WorkSettings archiving = new WorkSettings(
        work.checksumRounds(), work.interpreterLock(), work.out(), Optional.of(warc), work.replies(), work.nofollow());
    return new CrawlPlan(scope, robots, limits, concurrency, politeness, retries, fetch, archiving);
  }

  /** The same, with the replies kept in a folder for the next crawl. */
  public CrawlPlan keepingRepliesIn(Path folder) {
    return new CrawlPlan(scope, robots, limits, concurrency, politeness, retries, fetch, work.keepingRepliesIn(folder));
  }

  /** The same plan with what the seeds' sites say: a host that asks for a {@code Crawl-delay} is left alone for so long. */
  public CrawlPlan withRobots(Robots read) {
    Politeness polite = politeness;
    for (Map.Entry<String, RobotsRules> site : read.origins().entrySet()) {
      polite = site.getValue().crawlDelay().isPresent() ? polite.asking(site.getKey(), site.getValue().crawlDelay().get()) : polite;
    }
    return new CrawlPlan(scope, read, limits, concurrency, polite, retries, fetch, work);
  }

  /** The same plan that begins with what sitemaps list, too. */
  public CrawlPlan withSitemaps(Sitemaps read) {
    return new CrawlPlan(scope.with(read), robots, limits, concurrency, politeness, retries, fetch, work);
  }

  /** Begins a plan for a seed URL, with the defaults that every variant shares. */
  public static Builder of(HttpUrl seed) {
    return of(List.of(seed));
  }

  /**
   * Begins a plan for several seed URLs.
   *
   * @throws IllegalArgumentException when it is built, if there is none
   */
  public static Builder of(List<HttpUrl> seeds) {
    return new Builder(seeds.stream().map(Urls::asSent).toList());
  }

  /**
   * Begins a plan for a seed URL.
   *
   * @throws IllegalArgumentException if it is not an http or https URL
   */
  public static Builder of(String seed) {
    return of(HttpUrl.get(seed));
  }

  /** Collects what differs from the defaults; a wrong value is refused at once, as the records do that it ends up in. */
  public static final class Builder {
    /** Default width. */
    public static final int CONCURRENCY = 8;

    private final List<HttpUrl> seeds;
    private final List<Pattern> includes = new ArrayList<>();
    private final List<Pattern> excludes = new ArrayList<>();
    private Scope.Reach reach = Scope.Reach.ORIGIN;
    private Scope.Requisites requisites = Scope.Requisites.SAME;
    private Robots robots = Robots.NONE;
    private Sitemaps sitemaps = Sitemaps.NONE;
    private int concurrency = CONCURRENCY;
    private Limits limits = Limits.DEFAULT;
    private Politeness politeness = Politeness.NONE;
    private RetryPolicy retries = RetryPolicy.DEFAULT;
    private FetchSettings fetch = FetchSettings.DEFAULT;
    private WorkSettings work = WorkSettings.DEFAULT;

    private Builder(List<HttpUrl> seeds) {
      this.seeds = seeds;
    }

    /** How far from its seeds the crawl may go. */
    public Builder reach(Scope.Reach value) {
      reach = value;
      return this;
    }

    /** Where what a page needs in order to be shown is fetched from. */
    public Builder requisites(Scope.Requisites value) {
      requisites = value;
      return this;
    }

    /** One more of which one must be found in a URL, or it is skipped. */
    public Builder include(Pattern value) {
      includes.add(value);
      return this;
    }

    /** URLs in which this is found are skipped, too. */
    public Builder exclude(Pattern value) {
      excludes.add(value);
      return this;
    }

    /** See {@link CrawlPlan#robots()}. */
    public Builder robots(Robots value) {
      robots = value;
      return this;
    }

    /** See {@link Scope#sitemaps()}. */
    public Builder sitemaps(Sitemaps value) {
      sitemaps = value;
      return this;
    }

    /** See {@link CrawlPlan#concurrency()}. */
    public Builder concurrency(int value) {
      concurrency = value;
      return this;
    }

    /** See {@link CrawlPlan#limits()}. */
    public Builder limits(Limits value) {
      limits = value;
      return this;
    }

    /** See {@link Limits#maxDepth()}. */
    public Builder maxDepth(int value) {
      return limits(new Limits(value, limits.maxPages(), limits.maxPathDepth(), limits.maxUrlLength(), limits.maxRepeats()));
    }

    /** See {@link Limits#maxPages()}. */
    public Builder maxPages(int value) {
      return limits(new Limits(limits.maxDepth(), value, limits.maxPathDepth(), limits.maxUrlLength(), limits.maxRepeats()));
    }

    /** See {@link CrawlPlan#politeness()}. */
    public Builder politeness(Politeness value) {
      politeness = value;
      return this;
    }

    /** See {@link CrawlPlan#retries()}. */
    public Builder retries(RetryPolicy value) {
      retries = value;
      return this;
    }

    /** See {@link RetryPolicy#retries()}. */
    public Builder retries(int value) {
      return retries(new RetryPolicy(value, retries.patience()));
    }

    /** See {@link RetryPolicy#patience()}. */
    public Builder patience(Duration value) {
      return retries(new RetryPolicy(retries.retries(), value));
    }

    /** See {@link CrawlPlan#fetch()}. */
    public Builder fetch(FetchSettings value) {
      fetch = value;
      return this;
    }

    /** See {@link FetchSettings#timeout()}. */
    public Builder timeout(Duration value) {
      return fetch(new FetchSettings(value, fetch.maxBodyBytes(), fetch.userAgent(), fetch.requests()));
    }

    /** See {@link FetchSettings#maxBodyBytes()}. */
    public Builder maxBodyBytes(long value) {
      return fetch(new FetchSettings(fetch.timeout(), value, fetch.userAgent(), fetch.requests()));
    }

    /** See {@link FetchSettings#userAgent()}. */
    public Builder userAgent(String value) {
      return fetch(new FetchSettings(fetch.timeout(), fetch.maxBodyBytes(), value, fetch.requests()));
    }

    /** See {@link FetchSettings#requests()}. */
    public Builder requests(RequestSettings value) {
      return fetch(new FetchSettings(fetch.timeout(), fetch.maxBodyBytes(), fetch.userAgent(), value));
    }

    /** See {@link CrawlPlan#work()}. */
    public Builder work(WorkSettings value) {
      work = value;
      return this;
    }

    /** See {@link WorkSettings#checksumRounds()}. */
    public Builder checksumRounds(int value) {
      return work(new WorkSettings(value, work.interpreterLock(), work.out(), work.warc(), work.replies(), work.nofollow()));
    }

    /** See {@link WorkSettings#interpreterLock()}. */
    public Builder interpreterLock(boolean value) {
      return work(new WorkSettings(work.checksumRounds(), value, work.out(), work.warc(), work.replies(), work.nofollow()));
    }

    /** See {@link WorkSettings#out()}. */
    public Builder out(Path value) {
      return work(new WorkSettings(work.checksumRounds(), work.interpreterLock(), Optional.of(value), work.warc(), work.replies(), work.nofollow()));
    }

    /**
     * The plan.
     *
     * @throws IllegalArgumentException as {@link CrawlPlan#CrawlPlan} does
     */
    public CrawlPlan build() {
      Scope scope = new Scope(seeds, reach, new UrlFilter(includes, excludes), requisites).with(sitemaps);
      return new CrawlPlan(scope, robots, limits, concurrency, politeness, retries, fetch, work);
    }
  }
}
