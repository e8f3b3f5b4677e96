package lab.crawl;

import okhttp3.HttpUrl;

/**
 * Watches a crawl, for progress. Calls come one at a time, from whichever thread owns the {@link Frontier} just then; so
 * they must be quick and must not throw.
 */
public interface CrawlListener {

  /** Watches nothing. */
  CrawlListener NONE = new CrawlListener() {};

  /** A URL was taken from the frontier. */
  default void begun(HttpUrl url) {}

  /**
   * A URL was visited.
   *
   * @param visit what came of it
   * @param visited how many URLs have been visited so far, this one included
   * @param known how many URLs are to be visited as far as is known yet
   */
  default void visited(Visit visit, int visited, int known) {}
}
