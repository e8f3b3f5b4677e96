package lab.homework.ex23;

import java.util.concurrent.ThreadFactory;

/** Wrong: what a task throws goes through the loop, and takes the thread along. */
final class DiesOfTaskPool extends RightWorkerPool {

  DiesOfTaskPool(int threads, int room, ThreadFactory factory) {
    super(threads, room, factory);
  }

  @Override
  void run(Runnable task) {
    task.run();
  }
}
