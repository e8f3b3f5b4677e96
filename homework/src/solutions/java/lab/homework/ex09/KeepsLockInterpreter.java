package lab.homework.ex09;

import java.util.concurrent.Callable;

/** Wrong: gives the lock back only if all goes well. */
final class KeepsLockInterpreter extends RightInterpreter {

  @Override
  public <T> T compute(Callable<T> computation) throws Exception {
    beginTurn();
    T result = computation.call();
    endTurn();
    return result;
  }
}
