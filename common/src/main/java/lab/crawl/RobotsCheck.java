package lab.crawl;

import crawlercommons.robots.SimpleRobotRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Asks {@link Robots} of one URL after another. Not thread-safe: it belongs to whoever knows what was discovered. */
public final class RobotsCheck {
  private final Map<String, SimpleRobotRules> matchers = new HashMap<>();

  /** For a crawl that obeys these. */
  public RobotsCheck(Robots robots) {
    robots.origins().forEach((origin, rules) -> {
      if (!rules.rules().isEmpty()) {
        matchers.put(origin, rules.matcher());
      }
    });
  }

  /**
   * Why a URL may not be asked for; empty if it may.
   *
   * @param url normalised, with its path
   */
  public Optional<SkipReason> reasonToSkip(String url) {
    return allows(url) ? Optional.empty() : Optional.of(SkipReason.ROBOTS);
  }

  private boolean allows(String url) {
    if (matchers.isEmpty()) {
      return true;
    }
    SimpleRobotRules rules = matchers.get(Urls.origin(url));
    // As a java.net.URI: what that can't read, such as a bar in a query, the library would take for the home page.
    return rules == null || rules.isAllowed(HttpUrl.get(url).uri().toString());
  }
}
