package lab.homework.ex29;

import java.util.concurrent.locks.Lock;

/**
 * Lets many read at the same time, or one write: a crawl's list of known pages is looked at all the time, and changed now and then. Safe
 * for use by many threads.
 *
 * <p>First come, first served: whoever has to wait goes before all that come later. Only readers that stand next to one another in the line
 * go together. So nobody waits for ever, however many come.
 *
 * <p>For example: one reads. A writer comes and waits, and then a reader comes, which waits as well, behind the writer. When the first
 * reader is through the writer goes, and when that is through, the second reader.
 */
public interface ReadersWriters {

  /** How one is made. */
  @FunctionalInterface
  interface Maker {
    /**
     * Makes one that nobody uses yet.
     *
     * @param lock guards all that it knows, and nothing else; nobody holds it while reading or writing; a thread that waits for its turn does so
     *     at a condition of this lock, until it is told
     */
    ReadersWriters make(Lock lock);
  }

  /**
   * Begins to read; waits for its turn.
   *
   * @throws InterruptedException if the calling thread is interrupted while it waits; then all is as if it had never come
   */
  void beginRead() throws InterruptedException;

  /** Ends what {@link #beginRead} began; any thread may do that. */
  void endRead();

  /**
   * Begins to write; waits for its turn.
   *
   * @throws InterruptedException if the calling thread is interrupted while it waits; then all is as if it had never come
   */
  void beginWrite() throws InterruptedException;

  /** Ends what {@link #beginWrite} began; any thread may do that. */
  void endWrite();
}
