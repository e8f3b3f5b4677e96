package lab.crawl.fetch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import lab.crawl.FetchSettings;
import lab.crawl.Limits;
import lab.crawl.Robots;
import lab.crawl.RobotsRules;
import lab.crawl.Urls;
import lab.crawl.Visit;
import okhttp3.HttpUrl;

/** Fetches robots.txt as RFC 9309 says (2.3.1): once, before a crawl. */
final class RobotsFetcher {
  private static final int MOST_REDIRECTS = 5;

  private static final Limits LIMITS = new Limits(
      MOST_REDIRECTS, Limits.UNLIMITED, Limits.UNLIMITED, Limits.UNLIMITED, Limits.UNLIMITED);

  private final EarlyRequests requests;
  private final Map<String, RobotsRules> read = new HashMap<>();

  RobotsFetcher(EarlyRequests requests) {
    this.requests = requests;
  }

  /** What the origins of the plan's seeds allow to the plan's user agent. */
  Robots fetch(CrawlPlan plan) {
    List<String> origins = plan.scope().seeds().stream().map(seed -> Urls.origin(seed.toString())).distinct().toList();
    List<HttpUrl> files = origins.stream().map(origin -> HttpUrl.get(origin + "robots.txt")).toList();
    // A file may be longer than what counts of it, or than the pages that the crawl wants.
    CrawlResult result = requests.fetch(plan, files, LIMITS, FetchSettings.DEFAULT.maxBodyBytes(), (url, reply) -> {
      read.put(url.toString(), parsed(url, reply, plan.fetch().userAgent()));
      return List.of();
    });
    return new Robots(origins.stream().collect(Collectors.toMap(origin -> origin, origin -> rules(result, origin + "robots.txt", 0))));
  }

  private static RobotsRules parsed(HttpUrl url, FetchResult.Reply reply, String userAgent) {
    return RobotsRules.parse(url.toString(), reply.body().head(RobotsRules.LONGEST), reply.header("Content-Type").orElse(""), userAgent);
  }

  private RobotsRules rules(CrawlResult result, String url, int redirects) {
    Optional<Visit> visit = result.find(url);
    if (redirects > MOST_REDIRECTS) {
      return RobotsRules.ALLOW_ALL; // as if there were none
    }
    return switch (visit.orElse(null)) {
      case null -> RobotsRules.unreadable("interrupted");
      case Visit.Saved _ -> read.get(url);
      case Visit.Redirected redirect -> rules(result, redirect.target().toString(), redirects + 1);
      case Visit.Failed failed when failed.kind() != FailureKind.HTTP_STATUS ->
          RobotsRules.unreadable(failed.kind().label() + " (" + failed.detail() + ")");
      case Visit.Failed failed when failed.status() / 100 == 5 -> RobotsRules.unreadable(failed.detail());
      case Visit.Failed _, Visit.Skipped _ -> RobotsRules.ALLOW_ALL;
    };
  }
}
