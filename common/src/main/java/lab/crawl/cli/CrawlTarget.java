package lab.crawl.cli;

import java.util.Optional;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import okhttp3.HttpUrl;

/**
 * What is crawled.
 *
 * @param seed where the crawl begins
 * @param description for the reader, for instance {@code javadoc, latency 20ms}
 * @param site the practice site that counts what it serves; empty for a real site
 */
public record CrawlTarget(HttpUrl seed, String description, Optional<PracticeSite> site) implements AutoCloseable {
  /** Stands for a seed that isn't known yet. */
  static final HttpUrl ANY_SEED = HttpUrl.get("http://127.0.0.1/");

  static boolean isWebAddress(String text) {
    return text.startsWith("http://") || text.startsWith("https://");
  }

  static CrawlTarget real(String url) {
    HttpUrl seed = parse(url);
    return new CrawlTarget(seed, seed.toString(), Optional.empty());
  }

  static CrawlTarget running(String url) {
    HttpUrl seed = parse(url);
    return new CrawlTarget(seed, "site at " + seed, Optional.of(PracticeSite.attach(seed.uri())));
  }

  static CrawlTarget practice(SiteOptions options) {
    PracticeSite site = PracticeSite.launch(options);
    String latency = options.latency().map(value -> ", latency " + value).orElse("");
    return new CrawlTarget(HttpUrl.get(site.url()), options.site() + latency, Optional.of(site));
  }

  private static HttpUrl parse(String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null) {
      throw new IllegalArgumentException("'" + url + "' is not a URL to crawl: give one that begins with http:// or https://");
    }
    return parsed;
  }

  /** Ends the practice site, if this run started it. */
  @Override
  public void close() {
    site.ifPresent(PracticeSite::close);
  }
}
