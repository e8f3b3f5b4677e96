package lab.homework.ex20;

import java.util.function.UnaryOperator;

/** Wrong: volatile makes a write visible, but doesn't make one step of a read and a write. */
final class ReadsThenWrites implements LiveSettings {
  private volatile Settings current;
  private volatile boolean stopped;

  ReadsThenWrites(Settings first) {
    current = first;
  }

  @Override
  public Settings get() {
    return current;
  }

  @Override
  public void change(UnaryOperator<Settings> change) {
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
