package lab.homework.ex23;

import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Threads that run tasks, one after another: what is behind {@code Executors.newFixedThreadPool}. Safe for use by many threads. */
public interface WorkerPool {

  /** How one is made. */
  @FunctionalInterface
  interface Maker {
    /**
     * Makes a pool.
     *
     * @param threads how many threads it has; at least 1
     * @param room how many tasks may wait for a thread; at least 1
     * @param factory makes its threads; they are not started yet. No other threads are used, and none is made twice
     */
    WorkerPool make(int threads, int room, ThreadFactory factory);
  }

  /**
   * Has a task run by one of the threads. If no thread is free and {@code room} tasks wait already, this waits until there is room.
   *
   * <p>For example: a pool of 2 threads with room for 1. Of four tasks that take long the first two run, the third waits, and whoever
   * brings the fourth waits, too, until one of the first two is through.
   *
   * <p>A task that throws does no harm to its thread: that tells its {@link Thread.UncaughtExceptionHandler}, and takes the next task.
   *
   * @throws java.util.concurrent.RejectedExecutionException if the pool is closed, or is closed while this waits
   * @throws InterruptedException if the calling thread is interrupted while it waits
   */
  void execute(Runnable task) throws InterruptedException;

  /** Takes no more tasks, and returns when all that it has taken are through and its threads have ended. May be called twice. */
  void close() throws InterruptedException;

  /**
   * Takes no more tasks, begins none any more, and interrupts those that run. Waits for nothing.
   *
   * @return the tasks that have not begun, in the order in which they came
   */
  List<Runnable> closeNow();
}
