package lab.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.FailureKind;
import lab.crawl.RetryPolicy;
import lab.crawl.Visit;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import okhttp3.HttpUrl;

/** What every group of rules needs: a site to crawl, a crawler that cannot hang the build, results that read well. */
abstract class Rules {
  private final CrawlerContract contract;
  private final HangGuard guard;

  Rules(CrawlerContract contract) {
    this.contract = contract;
    this.guard = new HangGuard(contract.patience());
  }

  Duration patience() {
    return contract.patience();
  }

  /** A plan's timeout for pages that never come: short, but long enough for the pages that do. */
  Duration shortTimeout() {
    return patience().dividedBy(20);
  }

  boolean isPolite() {
    return contract.isPolite();
  }

  boolean takesRequestSettings() {
    return contract.takesRequestSettings();
  }

  boolean overlaps() {
    return contract.overlaps();
  }

  /** A practice site in this JVM; see {@link SiteOptions}. */
  static PracticeSite site(String spec) {
    return PracticeSite.start(SiteOptions.of(spec));
  }

  /** A plan for a site: the usual width, no retries and no waiting for a host in trouble, unless the rule is about them. */
  CrawlPlan.Builder plan(PracticeSite site) {
    return plan(site.url().toString());
  }

  /** The same for any seed. */
  CrawlPlan.Builder plan(String seed) {
    return plan(List.of(HttpUrl.get(seed)));
  }

  /** The same for several. */
  CrawlPlan.Builder plan(List<HttpUrl> seeds) {
    RetryPolicy never = new RetryPolicy(0, Duration.ZERO);
    return CrawlPlan.of(seeds).concurrency(contract.usualWidth()).checksumRounds(1).retries(never);
  }

  /** A new crawler under the hang guard. */
  GuardedCrawler open(CrawlPlan.Builder plan) {
    return new GuardedCrawler(guard, () -> contract.newCrawler(plan.build()));
  }

  /** One crawl by a new crawler, which is closed afterwards. */
  CrawlResult crawl(CrawlPlan.Builder plan) {
    try (GuardedCrawler crawler = open(plan)) {
      return crawler.crawl();
    }
  }

  /** Remembers what threads and processes there are; its {@code close()} fails if this rule's crawlers left any more. */
  Leaks watchForLeaks() {
    return new Leaks(guard);
  }

  /** What came of each path, in words: {@code "saved"}, {@code "redirected 302"}, {@code "failed timeout"}. */
  static Map<String, String> outcomes(CrawlResult result) {
    Map<String, String> outcomes = new TreeMap<>();
    for (Visit visit : result.visits()) {
      String other = outcomes.put(path(visit.url()), outcome(visit));
      if (other != null) {
        throw new AssertionError("the result holds two visits of " + visit.url());
      }
    }
    return outcomes;
  }

  private static String outcome(Visit visit) {
    return switch (visit) {
      case Visit.Saved _ -> "saved";
      case Visit.Redirected v -> "redirected " + v.status();
      case Visit.Skipped v -> "skipped " + v.reason().label();
      case Visit.Failed v when v.kind() == FailureKind.HTTP_STATUS -> "failed " + v.status();
      case Visit.Failed v -> "failed " + v.kind().label();
    };
  }

  /** The path with its query, as the server's counts name it. */
  static String path(HttpUrl url) {
    return url.encodedQuery() == null ? url.encodedPath() : url.encodedPath() + "?" + url.encodedQuery();
  }

  /** How often the server was asked for each path. */
  static Map<String, Integer> requests(PracticeSite site) {
    return site.counts().requestsPerUrl();
  }

  /** How often the server was asked for a path. */
  static int requests(PracticeSite site, String path) {
    return requests(site).getOrDefault(path, 0);
  }
}
