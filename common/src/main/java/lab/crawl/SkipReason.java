package lab.crawl;

import java.util.Locale;

/** Why a discovered URL was not fetched. URLs on other origins are not even skipped: they are not the crawl's business. */
public enum SkipReason {
  /** An {@code --exclude} is found in it. */
  EXCLUDED,
  /** No {@code --include} is found in it, though there are some. */
  NOT_INCLUDED,
  /** On a seed's origin, but not below a seed's folder, with {@code --scope prefix}. */
  OUT_OF_SCOPE,
  /** The site's robots.txt disallows it, see {@link Robots}. */
  ROBOTS,
  /** Every way to it from a seed is longer than {@code --max-depth}. */
  TOO_DEEP,
  /** It is longer than {@code --max-url-length}, as those of a site may be that makes up URLs without end. */
  LONG_URL,
  /** The same of a path with more segments than {@code --max-path-depth}. */
  DEEP_PATH,
  /** The same of a path in which one segment stands more often than {@code --max-repeats}. */
  REPEATED_SEGMENT;

  /** The name that manifests and messages use, for instance {@code too-deep}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
