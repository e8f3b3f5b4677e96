package lab.crawl;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * How long a host is left alone between two requests, retries and redirects included. The {@link Frontier} sees to it; whoever fetches
 * asks such a host on a new connection each time, because one that was kept alive may turn out to be closed, and asking again at once
 * would be two requests in one moment.
 *
 * @param delay the least time between two requests to a host on another machine, 0 (none) or more
 * @param loopbackDelay the same for a host on this one
 * @param asked what hosts ask for, by their {@linkplain Urls#origin origins}; it counts where it is longer
 */
public record Politeness(Duration delay, Duration loopbackDelay, Map<String, Duration> asked) {
  private static final Duration LONGEST = Duration.ofDays(24);

  /** Nobody is left alone. */
  public static final Politeness NONE = of(Duration.ZERO);

  /** One request a second to a host, but as many as the width allows to one on this machine. */
  public static final Politeness USUAL = new Politeness(Duration.ofSeconds(1), Duration.ZERO, Map.of());

  private static final Pattern LOOPBACK = Pattern.compile("(.+\\.)?localhost|127(\\.\\d+){3}|::1");

  /**
   * Checks every value.
   *
   * @throws IllegalArgumentException with one line that names the value and what it may be
   */
  public Politeness {
    asked = Map.copyOf(asked);
    check(delay);
    check(loopbackDelay);
    asked.values().forEach(Politeness::check);
  }

  private static void check(Duration delay) {
    boolean usable = !delay.isNegative() && delay.compareTo(LONGEST) <= 0;
    Checks.check(usable, "politeness delay", delay, "0 ms to 24 days");
  }

  /** The same for every host. */
  public static Politeness of(Duration delay) {
    return new Politeness(delay, delay, Map.of());
  }

  /** The same, where this host asks for something else; nobody is left alone for more than 24 days. */
  public Politeness asking(String origin, Duration delay) {
    Map<String, Duration> more = new HashMap<>(asked);
    more.put(origin, delay.compareTo(LONGEST) < 0 ? delay : LONGEST);
    return new Politeness(this.delay, loopbackDelay, more);
  }

  /** The least time between two requests to a host, given by its {@linkplain Urls#origin origin}. */
  public Duration delay(String origin) {
    Duration ours = isLoopback(HttpUrl.get(origin)) ? loopbackDelay : delay;
    Duration theirs = asked.getOrDefault(origin, Duration.ZERO);
    return ours.compareTo(theirs) > 0 ? ours : theirs;
  }

  /** Whether that URL's host is to be left alone between two requests. */
  public boolean delays(HttpUrl url) {
    return !(delay.isZero() && loopbackDelay.isZero() && asked.isEmpty()) && !delay(Urls.origin(url.toString())).isZero();
  }

  /** Whether a host is on this machine, as its name says: nothing is looked up. */
  public static boolean isLoopback(HttpUrl url) {
    return LOOPBACK.matcher(url.host()).matches();
  }
}
