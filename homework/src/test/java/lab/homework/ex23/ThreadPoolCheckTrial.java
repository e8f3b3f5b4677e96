package lab.homework.ex23;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import lab.homework.grade.Patience;
import lab.homework.grade.RuleBroken;

/** Makes the threads of a pool, and knows them. */
final class ThreadPoolCheckTrial implements ThreadFactory {
  final List<Thread> threads = new CopyOnWriteArrayList<>();
  final Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
  final AtomicInteger ran = new AtomicInteger();

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "worker " + (threads.size() + 1));
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((_, e) -> thrown.add(e));
    threads.add(thread);
    return thread;
  }

  /** Brings tasks that wait for a latch, which is given back; returns when all threads have one. */
  CountDownLatch fill(WorkerPool pool, int tasks) throws InterruptedException {
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    List<Runnable> all = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      all.add(() -> {
        begun.incrementAndGet();
        try {
          goOn.await();
          ran.incrementAndGet();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
    }
    for (int i = 0; i < tasks; i++) {
      pool.execute(all.get(i));
      int least = Math.min(i + 1, ThreadPoolCheck.THREADS);
      Patience.until(() -> begun.get() >= least, "a task was brought and a thread was free, but the task never begins");
    }
    return goOn;
  }

  Thread start(Runnable work) {
    Thread thread = new Thread(work, "a caller");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  void result(FutureTask<Void> task, String tooLate) throws Exception {
    try {
      task.get(Patience.SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new RuleBroken(tooLate);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
