package lab.homework.ex09;

import java.util.concurrent.locks.ReentrantLock;

/** Wrong: gives the lock up, and is the first to take it again. */
final class UnfairInterpreter extends RightInterpreter {

  @Override
  ReentrantLock lock() {
    return new ReentrantLock();
  }
}
