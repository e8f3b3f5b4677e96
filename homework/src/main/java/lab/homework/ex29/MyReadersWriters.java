package lab.homework.ex29;

import java.util.concurrent.locks.Lock;

/**
 * Exercise 29: many read, or one writes.
 *
 * <p>To think about first: readers come all the time, so that there is always one that reads. When does a writer get its turn? If writers
 * go first instead, when does a reader? What must be known of those that wait, so that nobody is overtaken? And a writer is interrupted in
 * the middle of the line: who stood behind it only because of it, and who tells them?
 */
public final class MyReadersWriters implements ReadersWriters {

  /** Made by a {@link ReadersWriters.Maker}. */
  public MyReadersWriters(Lock lock) {
    // TODO exercise 29: keep what you need, and wait at a condition of the lock.
  }

  @Override
  public void beginRead() throws InterruptedException {
    throw new UnsupportedOperationException("exercise 29 is still to do");
  }

  @Override
  public void endRead() {
    throw new UnsupportedOperationException("exercise 29 is still to do");
  }

  @Override
  public void beginWrite() throws InterruptedException {
    throw new UnsupportedOperationException("exercise 29 is still to do");
  }

  @Override
  public void endWrite() {
    throw new UnsupportedOperationException("exercise 29 is still to do");
  }
}
