package lab.homework.ex09;

import java.util.concurrent.Callable;

/** Wrong: keeps the lock while it waits. */
final class HoldsWhileWaitingInterpreter extends RightInterpreter {

  @Override
  public <T> T block(Callable<T> call) throws Exception {
    return call.call();
  }
}
