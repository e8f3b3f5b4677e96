package lab.homework.ex20;

import java.util.function.UnaryOperator;

/** Wrong: the settings are volatile, the flag is forgotten. */
final class PlainFlag implements LiveSettings {
  private volatile Settings current;
  private boolean stopped;

  PlainFlag(Settings first) {
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
