package lab.homework.ex23;

import java.util.concurrent.ThreadFactory;

/** Wrong: whoever brings a task never waits. */
final class AlwaysRoomPool extends RightWorkerPool {

  AlwaysRoomPool(int threads, int room, ThreadFactory factory) {
    super(threads, room, factory);
  }

  @Override
  int mostWaiting(int most) {
    return Integer.MAX_VALUE;
  }
}
