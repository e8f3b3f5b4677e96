package lab.homework.ex20;

import java.util.function.UnaryOperator;

/** Wrong: all is safe, but whoever only wants to read waits until a change is through. */
final class OneLockForAll implements LiveSettings {
  private Settings current;
  private boolean stopped;

  OneLockForAll(Settings first) {
    current = first;
  }

  @Override
  public synchronized Settings get() {
    return current;
  }

  @Override
  public synchronized void change(UnaryOperator<Settings> change) {
    current = change.apply(current);
  }

  @Override
  public synchronized void stop() {
    stopped = true;
  }

  @Override
  public synchronized boolean isStopped() {
    return stopped;
  }
}
