package lab.crawl;

import java.util.List;

/**
 * Room for what a crawl must remember and rarely looks at: what came of each URL, and the URLs that wait. It belongs to whoever owns the
 * {@link Frontier}. One on disk throws a {@link java.io.UncheckedIOException} with one line if it can't be read or written.
 */
public interface VisitStore {

  /**
   * Remembers what came of a URL, {@link Visit.Skipped} included.
   *
   * @param url the text of its URL, which a store in the heap need not have twice
   */
  void add(String url, Visit outcome);

  /** All that were added, in the order of their URLs; readable as long as the store is there. */
  List<Visit> sorted();

  /** A new row of URLs that wait. */
  WaitingUrls newQueue();
}
