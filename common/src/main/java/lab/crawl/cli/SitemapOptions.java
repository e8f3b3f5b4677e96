package lab.crawl.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.crawl.CrawlPlan;
import lab.crawl.RobotsRules;
import lab.crawl.Sitemaps;
import lab.crawl.Urls;
import lab.crawl.fetch.EarlyRequests;
import okhttp3.HttpUrl;
import picocli.CommandLine.Option;

/** The option that has a crawl begin with what sitemaps list: a part of {@link CrawlOptions}. */
final class SitemapOptions {
  /** Stands for those that robots.txt names. */
  static final String OF_ROBOTS = "robots";

  @Option(names = "--sitemap", paramLabel = "WHERE",
      description = {
        "Begin with the pages of sitemaps, too: robots (those that the seeds' robots.txt name) or a sitemap's URL, which may be relative to the",
        "seed. May be given more than once. No other host or folder belongs to the crawl for that."
      })
  private List<String> asked = List.of();

  /**
   * Checks what is asked before anything is started.
   *
   * @throws UsageException with one line, if there is something that is no web address
   */
  void check(RobotsOptions robots) {
    asked.forEach(where -> url(CrawlTarget.ANY_SEED, where));
    if (asked.contains(OF_ROBOTS) && robots.ignored()) {
      throw new UsageException("--sitemap robots and --no-robots contradict each other: leave one out, or give a sitemap's URL");
    }
  }

  private static HttpUrl url(HttpUrl seed, String where) {
    return Urls.resolve(seed, where).orElseThrow(() -> new UsageException(
        "--sitemap '" + where + "' is neither robots nor a web address such as http://host/sitemap.xml or /sitemap.xml"));
  }

  /**
   * The same plan with the pages that sitemaps list.
   *
   * @param known what they listed when the crawl was begun that now goes on
   */
  CrawlPlan addTo(CrawlPlan plan, Optional<Sitemaps> known, EarlyRequests requests) {
    if (asked.isEmpty()) {
      return plan;
    }
    if (known.isPresent()) {
      // If something else was asked then, the plan is another one, and is refused for that.
      return plan.withSitemaps(known.filter(then -> then.asked().equals(asked)).orElse(new Sitemaps(asked, List.of(), List.of())));
    }
    List<HttpUrl> urls = asked.stream()
        .flatMap(where -> where.equals(OF_ROBOTS) ? ofRobots(plan) : Stream.of(url(plan.seed(), where)))
        .filter(url -> plan.robots().of(url).flatMap(RobotsRules::problem).isEmpty())
        .toList();
    return requests.withSitemaps(plan, asked, urls);
  }

  private static Stream<HttpUrl> ofRobots(CrawlPlan plan) {
    return plan.robots().origins().entrySet().stream()
        .flatMap(site -> site.getValue().sitemaps().stream().flatMap(where -> Urls.resolve(HttpUrl.get(site.getKey()), where).stream()));
  }
}
