package lab.crawl.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchSettings;
import lab.crawl.Limits;
import lab.crawl.RequestSettings;
import lab.crawl.RetryPolicy;
import lab.crawl.Robots;
import lab.crawl.WorkSettings;
import lab.crawl.fetch.EarlyRequests;
import lab.fixtures.SiteOptions;
import okhttp3.HttpUrl;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What every variant and the comparison can be told: picocli fills the fields in, {@link #open} and {@link #plan}
 * check them.
 */
public final class CrawlOptions {
  private static final String DEFAULT_SITE = "javadoc";
  private static final String DEFAULT_LATENCY = "10ms";

  @Parameters(arity = "0..*", paramLabel = "URL",
      description = {
        "The seed URL of a real site, or several: each one's origin (or folder, see --scope) belongs to the crawl.",
        "Without any a practice site is started and crawled."
      })
  private List<String> urls = List.of();

  @Option(names = "--site", paramLabel = "SITE",
      description = {
        "The practice site: javadoc (default), flat:N, synthetic:N, hubs:N, poetry, dir:PATH,",
        "or the URL of one that runs already (exec:exec@site)."
      })
  private Optional<String> site = Optional.empty();

  @Option(names = "--latency", paramLabel = "TIME",
      description = {
        "How long the practice site takes to reply: 50ms, lognormal:50ms:0.4 or drip:10B:100ms.",
        "Default: " + DEFAULT_LATENCY + "; poetry drips."
      })
  private Optional<String> latency = Optional.empty();

  @Option(names = "--stubs", paramLabel = "DIR",
      description = "WireMock's own mappings/ and __files/ in DIR, served on top of the practice site.")
  private Optional<Path> stubs = Optional.empty();

  @Mixin private PolitenessOptions politeness = new PolitenessOptions();

  @Option(names = "--checksum-rounds", paramLabel = "N",
      description = "CPU-bound work per page: links in the SHA-256 chain, 0 for none. Default: ${DEFAULT-VALUE}.")
  private int checksumRounds = WorkSettings.DEFAULT.checksumRounds();

  @Option(names = "--gil",
      description = "One lock per process around parse and checksum, as CPython's global interpreter lock.")
  private boolean interpreterLock;

  @Option(names = "--max-depth", paramLabel = "N", description = "Most links between the seed and a page. Default: no limit.")
  private Optional<Integer> maxDepth = Optional.empty();

  @Option(names = "--max-pages", paramLabel = "N",
      description = "Safety stop: most pages fetched; a crawl that hits it has no comparable digest. Default: no limit.")
  private Optional<Integer> maxPages = Optional.empty();

  @Option(names = "--max-path-depth", paramLabel = "N",
      description = "Skip URLs with more segments in their path: a trap for crawlers. Default: ${DEFAULT-VALUE}.")
  private int maxPathDepth = Limits.DEFAULT.maxPathDepth();

  @Option(names = "--max-url-length", paramLabel = "N", description = "Skip longer URLs: another trap. Default: ${DEFAULT-VALUE}.")
  private int maxUrlLength = Limits.DEFAULT.maxUrlLength();

  @Option(names = "--max-repeats", paramLabel = "N",
      description = "Skip URLs in whose path one segment stands more often, as in /a/b/a/b/a/b. Default: ${DEFAULT-VALUE}.")
  private int maxRepeats = Limits.DEFAULT.maxRepeats();

  @Option(names = "--timeout", paramLabel = "TIME", converter = DurationConverter.class,
      description = "Most time for one whole fetch, such as 500ms, 30s or 2m. Default: 30s.")
  private Duration timeout = FetchSettings.DEFAULT.timeout();

  @Option(names = "--max-body", paramLabel = "SIZE", converter = SizeConverter.class,
      description = "Longest body taken, such as 500kB, 32MiB or 2GiB. Default: 32MiB.")
  private long maxBody = FetchSettings.DEFAULT.maxBodyBytes();

  @Option(names = "--retries", paramLabel = "N",
      description = "How often a fetch that failed in a way that may pass is tried again. Default: ${DEFAULT-VALUE}.")
  private int retries = RetryPolicy.DEFAULT.retries();

  @Option(names = "--patience", paramLabel = "TIME", converter = DurationConverter.class,
      description = {
        "Longest wait for a host that asks for one (Retry-After), or that can't be reached any more.",
        "What would have to wait longer fails at once. Default: 30s; 0s: no wait."
      })
  private Duration patience = RetryPolicy.DEFAULT.patience();

  @Mixin private RequestOptions requests = new RequestOptions();

  @Mixin private ScopeOptions scope = new ScopeOptions();

  @Mixin private RobotsOptions robots = new RobotsOptions();

  @Mixin private SitemapOptions sitemaps = new SitemapOptions();

  @Option(names = "--out", paramLabel = "DIR",
      description = {
        "Write what is saved to DIR, one file per URL: a copy of the site that opens in a browser from disk.",
        "When several variants are run, each has a folder of its own in DIR."
      })
  private Optional<Path> out = Optional.empty();

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  private Optional<Pattern> excludeUnlessAsked = Optional.empty();

  /**
   * The usual options, but of the default practice site only a part is crawled.
   *
   * @param regex is found in URLs that are skipped, unless a site, a URL or something else to skip is given
   */
  public static CrawlOptions withoutUnlessAsked(String regex) {
    CrawlOptions options = new CrawlOptions();
    options.excludeUnlessAsked = Optional.of(Pattern.compile(regex));
    return options;
  }

  private Optional<Pattern> excludedUnlessAsked() {
    boolean isAsked = scope.excludesAny() || !urls.isEmpty() || site.isPresent();
    return isAsked ? Optional.empty() : excludeUnlessAsked;
  }

  /** Whether what is saved is written to files. */
  boolean isWritten() {
    return out.isPresent();
  }

  /** Whether progress is unwanted. */
  public boolean quiet() {
    return quiet;
  }

  /**
   * The plan for several crawls of a target, whose robots.txt and sitemaps are read now, unless the target is a practice site or the options
   * say otherwise. It can be written down whole.
   *
   * @throws UsageException with one line that names the wrong value and what it may be
   */
  public CrawlPlan plan(CrawlTarget target) {
    if (!requests.settings().equals(RequestSettings.NONE)) {
      throw new UsageException("--header, --cookies, --keep-cookies, --netrc, --proxy and --rate are for single crawls:"
          + " the plan of several is written down and read by other processes");
    }
    return plan(target, Optional.empty(), UnaryOperator.identity());
  }

  /**
   * The same, with a change that matters to whoever reads robots.txt.
   *
   * @param begun the plan of the crawl that now goes on: what robots.txt and sitemaps say is known then, and nobody is asked
   */
  CrawlPlan plan(CrawlTarget target, Optional<CrawlPlan> begun, UnaryOperator<CrawlPlan> change) {
    EarlyRequests early = new EarlyRequests();
    Optional<Robots> allowed = begun.map(CrawlPlan::robots).filter(known -> !known.equals(Robots.NONE));
    CrawlPlan asked = robots.addTo(change.apply(plan(target.seeds())), target, allowed, early);
    CrawlPlan plan = sitemaps.addTo(asked, begun.map(then -> then.scope().sitemaps()), early);
    if (!quiet) {
      // Before the first wait, which may be a long one.
      PolitenessOptions.line(plan).ifPresent(System.err::println);
    }
    early.leaveAlone(plan.politeness());
    return plan;
  }

  /**
   * The same for one or more seeds whose sites aren't asked.
   *
   * @throws UsageException with one line that names the wrong value and what it may be
   */
  private CrawlPlan plan(List<HttpUrl> seeds) {
    try {
      return builder(seeds).build();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private CrawlPlan.Builder builder(List<HttpUrl> seeds) {
    CrawlPlan.Builder plan =
        CrawlPlan.of(seeds)
            .limits(new Limits(
                maxDepth.orElse(Limits.UNLIMITED), maxPages.orElse(Limits.UNLIMITED), maxPathDepth, maxUrlLength, maxRepeats))
            .retries(new RetryPolicy(retries, patience))
            .fetch(new FetchSettings(timeout, maxBody, requests.userAgent(), requests.settings()))
            .work(new WorkSettings(checksumRounds, interpreterLock, out, Optional.empty(), Optional.empty(), robots.nofollow()));
    scope.addTo(plan);
    politeness.addTo(plan, seeds);
    excludedUnlessAsked().ifPresent(plan::exclude);
    return plan;
  }

  /**
   * Finds what is to be crawled and, if it is a practice site, starts it.
   *
   * @return the caller closes it
   * @throws UsageException with one line, if the options contradict each other or a value is wrong
   * @throws java.io.UncheckedIOException with one line, if the practice site can't start or doesn't answer
   */
  public CrawlTarget open() {
    checkConsistent();
    Places.checkFolder("--out", out);
    sitemaps.check(robots);
    // A wrong value of the plan is found before a site is started for nothing.
    plan(List.of(CrawlTarget.ANY_SEED));
    if (!urls.isEmpty()) {
      return CrawlTarget.real(urls);
    }
    if (site.filter(CrawlTarget::isWebAddress).isPresent()) {
      return CrawlTarget.running(site.get());
    }
    return CrawlTarget.practice(siteOptions());
  }

  private SiteOptions siteOptions() {
    try {
      return checkedSiteOptions();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private SiteOptions checkedSiteOptions() {
    SiteOptions options = SiteOptions.of(site.orElse(DEFAULT_SITE));
    if (latency.isPresent() || !options.site().equals("poetry")) {
      options = options.withLatency(latency.orElse(DEFAULT_LATENCY));
    }
    return stubs.isPresent() ? options.withStubs(stubs.get()) : options;
  }

  private void checkConsistent() {
    if (!urls.isEmpty() && site.isPresent()) {
      throw new UsageException("give a URL or --site, not both: a URL is a real site, --site a practice site");
    }
    boolean tunesSite = latency.isPresent() || stubs.isPresent();
    if (tunesSite && (!urls.isEmpty() || site.filter(CrawlTarget::isWebAddress).isPresent())) {
      throw new UsageException(
          "--latency and --stubs are for a practice site that this run starts: leave them out, or the URL");
    }
  }
}
