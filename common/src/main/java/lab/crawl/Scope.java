package lab.crawl;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Which URLs belong to a crawl: a predicate, decided by the URL alone. Immutable. */
public final class Scope {

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

  private final HttpUrl seed;
  private final Reach reach;
  private final Optional<Pattern> exclude;
  private final String origin;
  private final String folder;

  /**
   * A scope.
   *
   * @param seed where the crawl begins; its origin (scheme, host and port) bounds the crawl
   * @param reach how far from the seed the crawl may go
   * @param exclude URLs in which this is found are skipped
   */
  public Scope(HttpUrl seed, Reach reach, Optional<Pattern> exclude) {
    this(seed, reach, exclude, folder(seed));
  }

  private Scope(HttpUrl seed, Reach reach, Optional<Pattern> exclude, String folder) {
    this.seed = seed;
    this.reach = reach;
    this.exclude = exclude;
    this.origin = origin(seed);
    this.folder = folder;
  }

  /** Where the crawl begins. */
  public HttpUrl seed() {
    return seed;
  }

  /** How far from the seed the crawl may go. */
  public Reach reach() {
    return reach;
  }

  /** URLs in which this is found are skipped. */
  public Optional<Pattern> exclude() {
    return exclude;
  }

  /** What every URL of the crawl begins with: the whole origin or, with {@link Reach#PREFIX}, a folder of it; ends with a slash. */
  public String within() {
    return reach == Reach.PREFIX ? folder : origin;
  }

  /**
   * Whether a URL is on the seed's origin (RFC 6454: same scheme, host and port).
   *
   * @param url normalised, with its path
   */
  public boolean sameOrigin(String url) {
    return url.startsWith(origin);
  }

  /**
   * Why a URL on the seed's origin should not be fetched; empty if it should.
   *
   * @param url normalised, with its path
   */
  public Optional<SkipReason> reasonToSkip(String url) {
    if (reach == Reach.PREFIX && !url.startsWith(folder)) {
      return Optional.of(SkipReason.OUT_OF_SCOPE);
    }
    if (exclude.isPresent() && exclude.get().matcher(url).find()) {
      return Optional.of(SkipReason.EXCLUDED);
    }
    return Optional.empty();
  }

  /**
   * The scope once it is known where the seed itself leads: whoever gives {@code /library} means the folder {@code /library/}, if the
   * server sends them there or below.
   */
  public Scope seedMovedTo(HttpUrl target) {
    String named = origin(seed) + seed.encodedPath().substring(1) + "/";
    return target.toString().startsWith(named) ? new Scope(seed, reach, exclude, named) : this;
  }

  private static String origin(HttpUrl url) {
    return url.resolve("/").toString();
  }

  private static String folder(HttpUrl url) {
    String path = url.encodedPath();
    return origin(url) + path.substring(1, path.lastIndexOf('/') + 1);
  }
}
