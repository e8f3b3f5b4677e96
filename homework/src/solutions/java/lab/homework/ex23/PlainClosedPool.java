package lab.homework.ex23;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Wrong: the queue is made for threads, but what says that the pool is closed is a plain field, and the threads look at it now and then. */
final class PlainClosedPool implements WorkerPool {
  private final BlockingQueue<Runnable> waiting;
  private final List<Thread> threads;
  private boolean closed;

  PlainClosedPool(int threads, int room, ThreadFactory factory) {
    this.waiting = new LinkedBlockingQueue<>(room);
    this.threads = Stream.generate(() -> factory.newThread(this::work)).limit(threads).toList();
    this.threads.forEach(Thread::start);
  }

  private void work() {
    while (!closed || !waiting.isEmpty()) {
      try {
        Runnable task = waiting.poll(1, TimeUnit.MILLISECONDS);
        if (task != null) {
          task.run();
        }
      } catch (InterruptedException e) {
        // Look again.
      } catch (RuntimeException | Error e) {
        Thread me = Thread.currentThread();
        me.getUncaughtExceptionHandler().uncaughtException(me, e);
      }
    }
  }

  @Override
  public void execute(Runnable task) throws InterruptedException {
    boolean isIn = false;
    while (!closed && !isIn) {
      isIn = waiting.offer(task, 1, TimeUnit.MILLISECONDS);
    }
    if (!isIn) {
      throw new RejectedExecutionException("the pool is closed");
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Override
  public List<Runnable> closeNow() {
    closed = true;
    List<Runnable> left = new ArrayList<>();
    waiting.drainTo(left);
    threads.forEach(Thread::interrupt);
    return left;
  }
}
