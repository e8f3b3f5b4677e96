package lab.crawl.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Limits;
import lab.crawl.Visit;
import okhttp3.HttpUrl;

/** Says of a URL how a crawl found it, which rule decided whether it was fetched, and what came of it. */
final class Why {
  private final CrawlPlan plan;
  private final CrawlResult result;
  private final LinkGraph links;

  /** For a crawl that is over. */
  Why(CrawlPlan plan, CrawlResult result, LinkGraph links) {
    this.plan = plan;
    this.result = result;
    this.links = links;
  }

  /** A line with the URL, one for each page on the way to it, and one with what came of it. */
  List<String> answer(HttpUrl url) {
    List<String> chain = links.shortestChain(plan.scope().starts(), url.toString());
    List<String> lines = new ArrayList<>();
    lines.add(line("why", url.toString()));
    for (int i = 0; i < chain.size(); i++) {
      lines.add(line("", step(chain, i)));
    }
    lines.add(line("", chain.isEmpty() ? neverFound(url) : outcome(url, chain.size() - 1)));
    return lines;
  }

  private String step(List<String> chain, int place) {
    String url = chain.get(place);
    if (place == 0) {
      return "found: " + url + ", " + beginning(url);
    }
    boolean isRedirect = visit(chain.get(place - 1)).filter(Visit.Redirected.class::isInstance).isPresent();
    return (isRedirect ? "       redirects to " : "       refers to ") + url;
  }

  private String beginning(String start) {
    if (!plan.scope().isSeed(start)) {
      return "listed in the sitemap " + plan.scope().sitemaps().listing(start).orElseThrow();
    }
    return plan.scope().seeds().size() == 1 ? "the seed" : "a seed";
  }

  private String neverFound(HttpUrl url) {
    return plan.scope().sameOrigin(url.toString())
        ? "never found: nothing that was fetched refers to it"
        : "never found: it is on another origin, and references to others are not followed";
  }

  private String outcome(HttpUrl url, int depth) {
    return switch (visit(url.toString()).orElse(null)) {
      case null -> result.complete()
          ? "not fetched: the crawl ended before, at --max-pages " + plan.limits().maxPages()
          : "not fetched: the crawl was stopped before";
      case Visit.Saved v -> "fetched: status %d, %s saved".formatted(v.status(), Counted.of(v.bytes(), "byte"));
      case Visit.Redirected v -> "fetched: status %d, redirects to %s%s".formatted(v.status(), v.target(), whereTo(v.target()));
      case Visit.Failed v -> "failed: " + v.kind().label() + ", " + v.detail();
      case Visit.Skipped v -> "not fetched: " + rule(v, depth);
    };
  }

  private String whereTo(HttpUrl target) {
    return plan.scope().sameOrigin(target.toString()) ? "" : ", which is on another origin and not followed";
  }

  private String rule(Visit.Skipped skipped, int depth) {
    return switch (skipped.reason()) {
      case EXCLUDED -> "--exclude " + excluding(skipped.url().toString()) + " is found in it";
      case NOT_INCLUDED -> "no --include is found in it";
      case OUT_OF_SCOPE -> "it isn't below " + String.join(" or ", result.within()) + ", as --scope prefix wants";
      case ROBOTS -> "robots.txt disallows it, and there is no --no-robots";
      case TOO_DEEP -> plan.limits().hasDepthLimit()
          ? "it is " + Counted.of(depth, "link") + " away from the seed, more than --max-depth " + plan.limits().maxDepth()
          : "it is more than " + Limits.LONGEST_CHAIN + " links away from the seed, as only a trap is";
      case LONG_URL -> "it looks like a trap: longer than --max-url-length " + plan.limits().maxUrlLength();
      case DEEP_PATH -> "it looks like a trap: its path is deeper than --max-path-depth " + plan.limits().maxPathDepth();
      case REPEATED_SEGMENT ->
          "it looks like a trap: a segment of its path stands there more often than --max-repeats " + plan.limits().maxRepeats();
    };
  }

  private Pattern excluding(String url) {
    return plan.scope().filter().excludes().stream().filter(pattern -> pattern.matcher(url).find()).findFirst().orElseThrow();
  }

  /** What came of a URL; the visits are sorted, and each is made anew when it is looked at. */
  private Optional<Visit> visit(String url) {
    List<Visit> visits = result.visits();
    int low = 0;
    int high = visits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (visits.get(middle).url().toString().compareTo(url) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < visits.size() && visits.get(low).url().toString().equals(url) ? Optional.of(visits.get(low)) : Optional.empty();
  }

  private static String line(String label, String text) {
    return "  %-12s %s".formatted(label, text);
  }
}
