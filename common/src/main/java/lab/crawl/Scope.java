package lab.crawl;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** Which URLs belong to a crawl: a predicate, decided by the URL alone. Immutable. */
public final class Scope {

  /** How far from its seeds a crawl may go. */
  public enum Reach {
    /** Everywhere on a seed's origin. */
    ORIGIN,
    /** Only in a seed's folder and below: URLs that begin like the seed up to its path's last slash. */
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

  /** Where what a page needs in order to be shown (images, style sheets, scripts, fonts) is fetched from. */
  public enum Requisites {
    /** Only from where pages are fetched from. */
    SAME,
    /** From any host, one step: pages of other hosts are not fetched, and of what is fetched there only style sheets refer to more. */
    ANY;

    /** The name that options and files use: {@code same} or {@code any}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The requisites of that name.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Requisites ofLabel(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  private final List<Place> places;
  private final Reach reach;
  private final UrlFilter filter;
  private final Requisites requisites;
  private final Sitemaps sitemaps;
  private final Set<String> seeds;
  private final Set<String> origins;

  /** What belongs to the crawl because of one seed; both texts end with a slash. */
  private record Place(HttpUrl seed, String origin, String folder) {
    static Place of(HttpUrl seed) {
      String origin = Urls.origin(seed.toString());
      String path = seed.encodedPath();
      return new Place(seed, origin, origin + path.substring(1, path.lastIndexOf('/') + 1));
    }

    boolean mayMove() {
      return !seed.encodedPath().endsWith("/");
    }

    Place movedTo(HttpUrl target) {
      String named = origin + seed.encodedPath().substring(1) + "/";
      return target.toString().startsWith(named) ? new Place(seed, origin, named) : this;
    }
  }

  /**
   * A scope.
   *
   * @param seeds where the crawl begins, one or more; their origins (scheme, host and port) bound the crawl
   * @param reach how far from the seeds the crawl may go
   * @param filter which of these URLs are wanted; seeds need not be included, nor requisites from other hosts
   * @param requisites where what a page needs is fetched from
   * @throws IllegalArgumentException if there is no seed
   */
  public Scope(List<HttpUrl> seeds, Reach reach, UrlFilter filter, Requisites requisites) {
    this(reach, filter, requisites, seeds.stream().distinct().map(Place::of).toList(), Sitemaps.NONE);
  }

  private Scope(Reach reach, UrlFilter filter, Requisites requisites, List<Place> places, Sitemaps sitemaps) {
    Checks.check(!places.isEmpty(), "number of seeds", places.size(), "1 or more");
    this.places = places;
    this.reach = reach;
    this.filter = filter;
    this.requisites = requisites;
    this.sitemaps = sitemaps;
    this.seeds = places.stream().map(place -> place.seed.toString()).collect(Collectors.toUnmodifiableSet());
    this.origins = places.stream().map(Place::origin).collect(Collectors.toUnmodifiableSet());
  }

  /** All that is on the origin of one seed. */
  public static Scope of(HttpUrl seed) {
    return new Scope(List.of(seed), Reach.ORIGIN, UrlFilter.NONE, Requisites.SAME);
  }

  /** Where the crawl begins: one or more, each once. */
  public List<HttpUrl> seeds() {
    return places.stream().map(Place::seed).toList();
  }

  /** What sitemaps list. It begins the crawl as well, but nothing more belongs to it for that. */
  public Sitemaps sitemaps() {
    return sitemaps;
  }

  /** The same scope of a crawl that begins with what these list, too. */
  public Scope with(Sitemaps read) {
    return new Scope(reach, filter, requisites, places, read);
  }

  /** All that a crawl begins with, each once: the seeds, and then what sitemaps list. */
  public SequencedCollection<String> starts() {
    var starts = new LinkedHashSet<String>();
    places.forEach(place -> starts.add(place.seed.toString()));
    starts.addAll(sitemaps.pages());
    return starts;
  }

  /** How far from its seeds the crawl may go. */
  public Reach reach() {
    return reach;
  }

  /** Which of the URLs within reach are wanted. */
  public UrlFilter filter() {
    return filter;
  }

  /** Where what a page needs is fetched from. */
  public Requisites requisites() {
    return requisites;
  }

  /**
   * What the URLs of the crawl begin with, each with one of these, but for requisites from other hosts: whole origins or, with
   * {@link Reach#PREFIX}, folders of them; they end with a slash.
   */
  public List<String> within() {
    var beginnings = new LinkedHashSet<String>();
    places.forEach(place -> beginnings.add(reach == Reach.PREFIX ? place.folder : place.origin));
    return List.copyOf(beginnings);
  }

  /** Whether a connection of this crawl may need TLS. */
  public boolean mayNeedTls() {
    return requisites == Requisites.ANY || places.stream().anyMatch(place -> place.seed.isHttps());
  }

  /** Whether the crawl begins there. */
  public boolean isSeed(String url) {
    return seeds.contains(url);
  }

  /**
   * Whether a URL is on the origin of a seed (RFC 6454: same scheme, host and port).
   *
   * @param url normalised, with its path
   */
  public boolean sameOrigin(String url) {
    return origins.contains(Urls.origin(url));
  }

  /**
   * Why a URL on the origin of a seed, or a requisite from another host, should not be fetched; empty if it should.
   *
   * @param url normalised, with its path
   */
  public Optional<SkipReason> reasonToSkip(String url) {
    if (isSeed(url) || !sameOrigin(url)) {
      return filter.reasonToExclude(url);
    }
    if (reach == Reach.PREFIX && places.stream().noneMatch(place -> url.startsWith(place.folder))) {
      return Optional.of(SkipReason.OUT_OF_SCOPE);
    }
    return filter.reasonToSkip(url);
  }

  /** Whether it must be known where that seed leads before URLs of its origin can be judged: see {@link #seedMovedTo}. */
  public boolean mayMove(String seed) {
    return reach == Reach.PREFIX && places.stream().anyMatch(place -> place.mayMove() && place.seed.toString().equals(seed));
  }

  /**
   * The scope once it is known where a seed itself leads: whoever gives {@code /library} means the folder {@code /library/}, if the
   * server sends them there or below.
   */
  public Scope seedMovedTo(String seed, HttpUrl target) {
    return new Scope(
        reach, filter, requisites, places.stream().map(place -> place.seed.toString().equals(seed) ? place.movedTo(target) : place).toList(),
        sitemaps);
  }
}
