package lab.crawl.stage;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.crawl.SkipReason;
import okhttp3.HttpUrl;

/**
 * Which URLs belong to a crawl: a predicate, decided by the URL alone.
 *
 * @param seed where the crawl begins; its origin (scheme, host and port) bounds the crawl
 * @param reach how far from the seed the crawl may go
 * @param exclude URLs in which this is found are skipped
 */
public record Scope(HttpUrl seed, Reach reach, Optional<Pattern> exclude) {

  /** How far from the seed a crawl may go. */
  public enum Reach {
    /** Everywhere on the seed's origin. */
    ORIGIN,
    /** Only in the seed's folder and below: URLs that begin like the seed up to its path's last slash. */
    PREFIX;

    /** The name that options and files use: {@code origin} or {@code prefix}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The reach of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Reach ofLabel(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  /** Whether a URL is on the seed's origin (RFC 6454: same scheme, host and port). */
  public boolean sameOrigin(HttpUrl url) {
    return url.port() == seed.port() && url.host().equals(seed.host()) && url.scheme().equals(seed.scheme());
  }

  /** Why a URL on the seed's origin should not be fetched; empty if it should. */
  public Optional<SkipReason> reasonToSkip(HttpUrl url) {
    if (reach == Reach.PREFIX && !url.encodedPath().startsWith(folder(seed))) {
      return Optional.of(SkipReason.OUT_OF_SCOPE);
    }
    if (exclude.isPresent() && exclude.get().matcher(url.toString()).find()) {
      return Optional.of(SkipReason.EXCLUDED);
    }
    return Optional.empty();
  }

  private static String folder(HttpUrl url) {
    String path = url.encodedPath();
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
