package lab.crawl;

import java.util.List;
import okhttp3.HttpUrl;

/**
 * Watches a crawl, for progress and for its timeline. Calls come one at a time, from whichever thread owns the
 * {@link Frontier} just then; so they must be quick and must not throw. Only lanes may be asked for by any thread at any time.
 */
public interface CrawlListener {

  /** Watches nothing. */
  CrawlListener NONE = new CrawlListener() {};

  /** A URL was taken from the frontier, for the first time: it may be put back and taken again. */
  default void begun(HttpUrl url) {}

  /**
   * A page was visited that links others.
   *
   * @param page the page, or the URL that redirects
   * @param outlinks what it links, as text, whether known already or not, in scope or not
   */
  default void linked(HttpUrl page, List<String> outlinks) {}

  /**
   * A URL was visited.
   *
   * @param visit what came of it
   * @param visited how many URLs have been visited so far, this one included
   * @param known how many URLs are to be visited as far as is known yet
   */
  default void visited(Visit visit, int visited, int known) {}

  /** The lane of the calling thread. Virtual threads, which live for one page each, share a stack of lanes. */
  default Lane lane() {
    return Lane.NONE;
  }

  /** The lane of something that is not a thread of this process: a worker process, say. */
  default Lane lane(String name) {
    return Lane.NONE;
  }

  /** A stack of lanes for what goes on at the same time without a thread each: as high as it needs to be. */
  default Lane stack(String name) {
    return Lane.NONE;
  }

  /** Where the visits are kept, and what earlier crawls by the same plan have left there: the frontier begins with that. */
  default Journal journal() {
    return Journal.NONE;
  }
}
