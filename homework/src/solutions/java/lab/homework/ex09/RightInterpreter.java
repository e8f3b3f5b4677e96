package lab.homework.ex09;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

/** One lock. It is fair, so that giving it up and taking it again lets in whoever waited before. */
class RightInterpreter implements Interpreter {
  private final ReentrantLock lock = new ReentrantLock(true);
  /** Since the holder got its turn; guarded by the lock. */
  private int steps;

  @Override
  public <T> T compute(Callable<T> computation) throws Exception {
    beginTurn();
    try {
      return computation.call();
    } finally {
      endTurn();
    }
  }

  @Override
  public <T> T block(Callable<T> call) throws Exception {
    endTurn();
    try {
      return call.call();
    } finally {
      beginTurn();
    }
  }

  @Override
  public void checkpoint() {
    steps++;
    if (steps >= SWITCH_INTERVAL) {
      endTurn();
      beginTurn();
    }
  }

  void beginTurn() {
    lock.lock();
    steps = 0;
  }

  void endTurn() {
    lock.unlock();
  }
}
