package lab.homework.ex23;

import java.util.concurrent.ThreadFactory;

/** Wrong: it holds a lock while a task runs, and so one runs after another. */
final class OneThreadPool extends RightWorkerPool {
  private static final Object LOCK = new Object();

  OneThreadPool(int threads, int room, ThreadFactory factory) {
    super(threads, room, factory);
  }

  @Override
  void run(Runnable task) {
    synchronized (LOCK) {
      super.run(task);
    }
  }
}
