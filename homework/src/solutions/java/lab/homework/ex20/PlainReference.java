package lab.homework.ex20;

import java.util.function.UnaryOperator;

/** Wrong: those who change take turns, but those who read have nothing to do with their lock. */
final class PlainReference implements LiveSettings {
  private Settings current;
  private volatile boolean stopped;

  PlainReference(Settings first) {
    current = first;
  }

  @Override
  public Settings get() {
    return current;
  }

  @Override
  public synchronized void change(UnaryOperator<Settings> change) {
    current = change.apply(current);
  }

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public boolean isStopped() {
    return stopped;
  }
}
