package lab.homework.ex23;

import java.util.concurrent.ThreadFactory;

/** Wrong: its threads live on, and nobody ever hears of what went wrong. */
final class SwallowsPool extends RightWorkerPool {

  SwallowsPool(int threads, int room, ThreadFactory factory) {
    super(threads, room, factory);
  }

  @Override
  void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      // The next one will do better.
    }
  }
}
