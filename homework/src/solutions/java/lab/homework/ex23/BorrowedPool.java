package lab.homework.ex23;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Wrong here: the pool of the library, in other clothes. */
final class BorrowedPool implements WorkerPool {
  private final ThreadPoolExecutor pool;

  BorrowedPool(int threads, int room, ThreadFactory factory) {
    pool = new ThreadPoolExecutor(threads, threads, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(room), factory);
  }

  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }

  @Override
  public void close() {
    pool.close();
  }

  @Override
  public List<Runnable> closeNow() {
    return pool.shutdownNow();
  }
}
