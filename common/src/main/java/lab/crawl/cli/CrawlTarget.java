package lab.crawl.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.crawl.Urls;
import lab.crawl.measure.SiteRecord;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import okhttp3.HttpUrl;

/**
 * What is crawled.
 *
 * @param seeds where the crawl begins, one or more
 * @param record the same for the reader
 * @param site the practice site that counts what it serves; empty for a real site
 */
public record CrawlTarget(List<HttpUrl> seeds, SiteRecord record, Optional<PracticeSite> site) implements AutoCloseable {
  /** Stands for a seed that isn't known yet. */
  static final HttpUrl ANY_SEED = HttpUrl.get("http://127.0.0.1/");

  /** Copies the list. */
  public CrawlTarget {
    seeds = List.copyOf(seeds);
  }

  /** Where the crawl begins, or the first of several such places. */
  public HttpUrl seed() {
    return seeds.getFirst();
  }

  static boolean isWebAddress(String text) {
    return text.startsWith("http://") || text.startsWith("https://");
  }

  static CrawlTarget real(List<String> urls) {
    List<HttpUrl> seeds = urls.stream().map(CrawlTarget::parse).toList();
    String name = seeds.stream().map(HttpUrl::toString).collect(Collectors.joining(" and "));
    return new CrawlTarget(seeds, unknown(name, seeds.getFirst()), Optional.empty());
  }

  static CrawlTarget running(String url) {
    HttpUrl seed = parse(url);
    return new CrawlTarget(List.of(seed), unknown("site at " + seed, seed), Optional.of(PracticeSite.attach(seed.uri())));
  }

  /**
   * Serves a practice site in a JVM of its own, until this target is closed.
   *
   * @throws java.io.UncheckedIOException when it can't start, with one line that says why
   */
  public static CrawlTarget practice(SiteOptions options) {
    return of(options, PracticeSite.launch(options));
  }

  /** Serves a practice site in this JVM, until this target is closed: for one that doesn't crawl itself. */
  public static CrawlTarget here(SiteOptions options) {
    return of(options, PracticeSite.start(options));
  }

  private static CrawlTarget of(SiteOptions options, PracticeSite site) {
    HttpUrl seed = HttpUrl.get(site.url());
    Optional<Double> least = Optional.of(options.leastDelay().toNanos() / 1e6);
    return new CrawlTarget(List.of(seed), new SiteRecord(options.site(), options.latency(), least, seed.toString()), Optional.of(site));
  }

  /** A site whose latency is not ours to say. */
  private static SiteRecord unknown(String name, HttpUrl seed) {
    return new SiteRecord(name, Optional.empty(), Optional.empty(), seed.toString());
  }

  private static HttpUrl parse(String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    Optional<HttpUrl> sent = Urls.resolve(ANY_SEED, url);
    if (parsed == null || sent.isEmpty()) {
      throw new UsageException("'" + url + "' is not a URL to crawl: give one that begins with http:// or https://");
    }
    if (!parsed.encodedUsername().isEmpty() || !parsed.encodedPassword().isEmpty()) {
      throw new UsageException("the URL on " + parsed.host() + " has a user name or password: leave it out there, and give it with --netrc FILE");
    }
    return sent.get();
  }

  /** Ends the practice site, if this run started it. */
  @Override
  public void close() {
    site.ifPresent(PracticeSite::close);
  }
}
