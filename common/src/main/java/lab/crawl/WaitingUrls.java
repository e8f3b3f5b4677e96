package lab.crawl;

import java.util.Optional;

/** URLs that wait to be visited, somewhere else than in the heap: first in, first out. */
public interface WaitingUrls extends AutoCloseable {

  /**
   * One of them.
   *
   * @param url as text, normalised
   * @param depth how many links it is from a seed, 0 or more
   */
  record Waiting(String url, int depth) {}

  /** The last in the row. */
  void add(Waiting url);

  /** Takes the first out of the row; empty if none waits. */
  Optional<Waiting> poll();

  /** How many wait. */
  int size();

  @Override
  void close();
}
