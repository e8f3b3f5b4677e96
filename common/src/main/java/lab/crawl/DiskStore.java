package lab.crawl;

import java.util.List;

/**
 * Room on disk for what a crawl must remember and rarely looks at: with it, a crawl keeps no more than a fingerprint of each URL in the heap.
 * It belongs to whoever owns the {@link Frontier}. What can't be read or written is a {@link java.io.UncheckedIOException} with one line.
 */
public interface DiskStore {

  /** Remembers what came of a URL, {@link Visit.Skipped} included. */
  void add(Visit outcome);

  /** All that were added, in the order of their URLs; readable as long as the store is there. */
  List<Visit> sorted();

  /** A new row of URLs that wait. */
  WaitingUrls newQueue();
}
