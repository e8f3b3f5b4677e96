package lab.homework.ex23;

import java.util.concurrent.ThreadFactory;

/** Wrong: closed is closed, and what was waiting is never run. */
final class ForgetsWaitingPool extends RightWorkerPool {

  ForgetsWaitingPool(int threads, int room, ThreadFactory factory) {
    super(threads, room, factory);
  }

  @Override
  public void close() throws InterruptedException {
    clear();
    super.close();
  }
}
