package lab.crawl;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A visit, and what the {@link Frontier} needs to know beside it. They travel apart from the {@link Visit} because a crawl keeps every
 * visit but needs the rest only until the frontier has taken it.
 *
 * @param outlinks URLs on a seed's origin, and with {@link Scope.Requisites#ANY} requisites from other hosts, as text, absolute,
 *     normalised, each once, in the order of the page; empty unless the visit is a parsed page or a redirect
 * @param retryAfter how long the host asked to be left alone, if it did: with status 429 or 503, by {@code Retry-After}
 */
public record Visited(Visit visit, List<String> outlinks, Optional<Duration> retryAfter) {
  /** Copies the list. */
  public Visited {
    outlinks = List.copyOf(outlinks);
  }

  /** A visit after which the host asked for nothing. */
  public Visited(Visit visit, List<String> outlinks) {
    this(visit, outlinks, Optional.empty());
  }

  /** The same visit with other outlinks. */
  public Visited withOutlinks(List<String> others) {
    return new Visited(visit, others, retryAfter);
  }
}
