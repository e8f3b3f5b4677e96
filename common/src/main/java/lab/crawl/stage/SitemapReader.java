package lab.crawl.stage;

import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lab.crawl.Body;
import lab.crawl.Urls;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file that is known to be a sitemap, in any of its forms: XML, an index of other sitemaps, a feed (RSS, Atom), a text with a
 * URL in each line; any of them may be packed with gzip. Files that pages only link to are {@link Sitemap}'s.
 */
public final class SitemapReader {
  /** The protocol's limit on the URLs of one file. */
  public static final int MOST_URLS = 50_000;

  /** The protocol's limit on the length of one file, unpacked, in bytes. */
  public static final int MOST_BYTES = Sitemap.MOST_BYTES;

  private final HttpUrl url;
  private final Set<String> found = new LinkedHashSet<>();
  private boolean hasMore;

  private SitemapReader(HttpUrl url) {
    this.url = url;
  }

  /**
   * What a sitemap lists.
   *
   * @param isIndex whether these are other sitemaps, and no pages
   * @param urls normalised, each once; as many as there are before a fault
   * @param problem what is wrong with it, for a person
   */
  public record Listed(boolean isIndex, List<String> urls, Optional<String> problem) {}

  /**
   * Reads a sitemap.
   *
   * @param url where it was found: what it lists may be relative to that
   * @throws UncheckedIOException if the body is in a file that can't be read
   */
  public static Listed read(HttpUrl url, Body body) {
    return new SitemapReader(url).read(bytes(body));
  }

  private static byte[] bytes(Body body) {
    try (InputStream unpacked = Sitemap.open(body)) {
      return unpacked.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the body of a reply: " + e, e);
    }
  }

  private Listed read(byte[] content) {
    SiteMapParser parser = new SiteMapParser(false);
    // Not by what the parser collects: it has no limit, and leaves out URLs that java.net.URI can't read, such as those with a bar.
    parser.setURLFilter(this::take);
    try {
      boolean isIndex = parser.parseSiteMap(content, url.url()).isIndex();
      return listed(isIndex, excess(content));
    } catch (UnknownFormatException e) {
      return listed(isIndex(content), excess(content).or(() -> Optional.of(problem(e))));
    } catch (IOException | RuntimeException e) {
      return listed(false, Optional.of("crawler-commons can't read it: " + e));
    }
  }

  private Optional<String> excess(byte[] content) {
    if (content.length > MOST_BYTES) {
      return Optional.of("it is longer than 50 MiB, the most that the sitemap protocol allows: what it lists behind that is left out");
    }
    return hasMore ? Optional.of("it lists more than " + MOST_URLS + " URLs: the others are left out") : Optional.empty();
  }

  /** Whether what is broken would have been an index. */
  private boolean isIndex(byte[] content) {
    SiteMapParser lenient = new SiteMapParser(false, true);
    lenient.setURLFilter((String _) -> null);
    try {
      return lenient.parseSiteMap(content, url.url()).isIndex();
    } catch (IOException | UnknownFormatException e) {
      return false;
    }
  }

  private Listed listed(boolean isIndex, Optional<String> problem) {
    return new Listed(isIndex, List.copyOf(found), problem);
  }

  private @Nullable String take(String reference) {
    Optional<HttpUrl> page = Urls.resolve(url, reference);
    hasMore |= page.isPresent() && found.size() == MOST_URLS && !found.contains(page.get().toString());
    page.filter(_ -> found.size() < MOST_URLS).ifPresent(known -> found.add(known.toString()));
    return null; // The parser needn't keep it.
  }

  private String problem(UnknownFormatException e) {
    if (e.getCause() == null) {
      return "it is no sitemap";
    }
    return "it is broken after " + found.size() + (found.size() == 1 ? " URL: " : " URLs: ") + e.getCause().getMessage();
  }
}
