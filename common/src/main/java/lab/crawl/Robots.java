package lab.crawl;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.HttpUrl;

/**
 * What the robots.txt of each seed's origin says. It was read before the crawl and is a part of the plan: so all that crawl by this
 * plan follow the same rules, whenever they do.
 *
 * @param origins the rules of each origin, such as {@code http://site.test/}; whatever is on another may be asked for
 */
public record Robots(Map<String, RobotsRules> origins) {

  /** Nobody asked: everything is allowed. */
  public static final Robots NONE = new Robots(Map.of());

  /** Makes the map sorted and unmodifiable. */
  public Robots {
    origins = Collections.unmodifiableMap(new TreeMap<>(origins));
  }

  /** Whether a URL, normalised, may be asked for. */
  public boolean allows(HttpUrl url) {
    return new RobotsCheck(this).reasonToSkip(url.toString()).isEmpty();
  }

  /** What the origin of that URL says. */
  public Optional<RobotsRules> of(HttpUrl url) {
    return Optional.ofNullable(origins.get(Urls.origin(url.toString())));
  }
}
