package lab.crawl;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a crawl's visits are kept as they are made, so that a later crawl by the same plan goes on where this one was ended, by whatever.
 *
 * <p>It belongs to whoever owns the {@link Frontier}: calls come one at a time.
 */
public interface Journal {

  /** Keeps nothing. */
  Journal NONE = new Journal() {
    @Override
    public void replay(Consumer<Visited> earlier) {}

    @Override
    public boolean keeps() {
      return false;
    }

    @Override
    public void append(Visited visited) {}
  };

  /**
   * Tells of all visits that are kept, in the order in which they were made. It is called once, before anything is appended.
   *
   * @throws java.io.UncheckedIOException with one line that names the file, if they can't be read
   */
  void replay(Consumer<Visited> earlier);

  /** Whether it is of any use to append a visit. */
  boolean keeps();

  /**
   * Keeps a visit. When this returns, the visit outlasts this process. What was saved is in its file by then.
   *
   * @param visited with those outlinks that nothing before it has told of; with all, if the plan limits the depth
   * @throws java.io.UncheckedIOException with one line that names the file, if that can't be written; it is then as it was before
   */
  void append(Visited visited);

  /** Room on disk beside the journal, for a crawl that is too large for the heap; empty if there is none. */
  default Optional<VisitStore> disk() {
    return Optional.empty();
  }
}
