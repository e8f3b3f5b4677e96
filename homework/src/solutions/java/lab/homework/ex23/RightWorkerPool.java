package lab.homework.ex23;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/** All state is guarded by the monitor, on which those wait who want a task and those who want room. No task runs inside it. */
class RightWorkerPool implements WorkerPool {
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final int room;
  private final List<Thread> threads;
  private boolean closed;

  RightWorkerPool(int threads, int room, ThreadFactory factory) {
    this.room = room;
    this.threads = Stream.generate(() -> factory.newThread(this::work)).limit(threads).toList();
    this.threads.forEach(Thread::start);
  }

  private void work() {
    for (Runnable task = next(); task != null; task = next()) {
      run(task);
    }
  }

  void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      Thread me = Thread.currentThread();
      me.getUncaughtExceptionHandler().uncaughtException(me, e);
    }
  }

  /** The next task; null if there will be none. An interrupt is for the task that ran before: it tells this thread nothing. */
  private synchronized Runnable next() {
    while (waiting.isEmpty() && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        // Look again.
      }
    }
    Runnable task = waiting.poll();
    notifyAll();
    return task;
  }

  @Override
  public synchronized void execute(Runnable task) throws InterruptedException {
    while (!closed && waiting.size() >= mostWaiting(room)) {
      wait();
    }
    if (closed) {
      throw new RejectedExecutionException("the pool is closed");
    }
    waiting.add(task);
    notifyAll();
  }

  int mostWaiting(int most) {
    return most;
  }

  @Override
  public void close() throws InterruptedException {
    stop();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  synchronized void stop() {
    closed = true;
    notifyAll();
  }

  @Override
  public synchronized List<Runnable> closeNow() {
    List<Runnable> left = clear();
    stop();
    interrupt(threads);
    return left;
  }

  final synchronized List<Runnable> clear() {
    List<Runnable> left = List.copyOf(waiting);
    waiting.clear();
    return left;
  }

  void interrupt(List<Thread> all) {
    all.forEach(Thread::interrupt);
  }
}
