package lab.crawl.cli;

import java.util.Optional;
import lab.crawl.measure.SiteRecord;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import okhttp3.HttpUrl;

/**
 * What is crawled.
 *
 * @param seed where the crawl begins
 * @param record the same for the reader
 * @param site the practice site that counts what it serves; empty for a real site
 */
public record CrawlTarget(HttpUrl seed, SiteRecord record, Optional<PracticeSite> site) implements AutoCloseable {
  /** Stands for a seed that isn't known yet. */
  static final HttpUrl ANY_SEED = HttpUrl.get("http://127.0.0.1/");

  static boolean isWebAddress(String text) {
    return text.startsWith("http://") || text.startsWith("https://");
  }

  static CrawlTarget real(String url) {
    HttpUrl seed = parse(url);
    return of(seed, seed.toString(), Optional.empty(), Optional.empty());
  }

  static CrawlTarget running(String url) {
    HttpUrl seed = parse(url);
    return of(seed, "site at " + seed, Optional.empty(), Optional.of(PracticeSite.attach(seed.uri())));
  }

  static CrawlTarget practice(SiteOptions options) {
    PracticeSite site = PracticeSite.launch(options);
    return of(HttpUrl.get(site.url()), options.site(), options.latency(), Optional.of(site));
  }

  private static CrawlTarget of(HttpUrl seed, String name, Optional<String> latency, Optional<PracticeSite> site) {
    return new CrawlTarget(seed, new SiteRecord(name, latency, seed.toString()), site);
  }

  private static HttpUrl parse(String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null) {
      throw new UsageException("'" + url + "' is not a URL to crawl: give one that begins with http:// or https://");
    }
    return parsed;
  }

  /** Ends the practice site, if this run started it. */
  @Override
  public void close() {
    site.ifPresent(PracticeSite::close);
  }
}
