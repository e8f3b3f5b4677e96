package lab.homework.ex23;

import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Wrong: whatever runs may run on. */
final class InterruptsNobodyPool extends RightWorkerPool {

  InterruptsNobodyPool(int threads, int room, ThreadFactory factory) {
    super(threads, room, factory);
  }

  @Override
  void interrupt(List<Thread> all) {
    // They will notice.
  }
}
