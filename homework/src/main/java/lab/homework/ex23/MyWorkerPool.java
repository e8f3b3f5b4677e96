package lab.homework.ex23;

import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Exercise 23: write a thread pool.
 *
 * <p>To think about first: what does a thread do that has no task, and who wakes it? What if a task throws: which line of yours does the
 * exception reach, and what becomes of the thread? When the pool is closed, how does a thread that waits get to know it, and when may one
 * go home, if tasks are still waiting? What do you need a lock for, and is it held while a task runs?
 *
 * <p>Of java.util.concurrent you may use locks, conditions and queues, but no executor.
 */
public final class MyWorkerPool implements WorkerPool {

  /** Made by a {@link WorkerPool.Maker}. */
  public MyWorkerPool(int threads, int room, ThreadFactory factory) {
    // TODO exercise 23: make the threads, and let them take tasks until the pool is closed.
  }

  @Override
  public void execute(Runnable task) throws InterruptedException {
    throw new UnsupportedOperationException("exercise 23 is still to do");
  }

  @Override
  public void close() throws InterruptedException {
    throw new UnsupportedOperationException("exercise 23 is still to do");
  }

  @Override
  public List<Runnable> closeNow() {
    throw new UnsupportedOperationException("exercise 23 is still to do");
  }
}
