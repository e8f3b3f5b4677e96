package lab.crawl;

import java.util.List;
import okhttp3.HttpUrl;

/**
 * A visit and the outlinks that it discovered. They travel apart from the {@link Visit} because a crawl keeps every visit
 * but needs the outlinks only until the {@link Frontier} has taken them.
 *
 * @param outlinks URLs on the seed's origin, normalised, each once, in the order of the page; empty unless the visit is a
 *     parsed page or a redirect
 */
public record Visited(Visit visit, List<HttpUrl> outlinks) {
  public Visited {
    outlinks = List.copyOf(outlinks);
  }
}
