package lab.homework.ex29;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Wrong here: the lock of the library, in other clothes. */
final class BorrowedReadersWriters implements ReadersWriters {
  private final ReentrantReadWriteLock both = new ReentrantReadWriteLock(true);

  BorrowedReadersWriters(@SuppressWarnings("unused") Lock lock) {
    // It has one of its own.
  }

  @Override
  public void beginRead() throws InterruptedException {
    both.readLock().lockInterruptibly();
  }

  @Override
  public void endRead() {
    both.readLock().unlock();
  }

  @Override
  public void beginWrite() throws InterruptedException {
    both.writeLock().lockInterruptibly();
  }

  @Override
  public void endWrite() {
    both.writeLock().unlock();
  }
}
