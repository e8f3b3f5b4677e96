package lab.homework.ex20;

import java.util.function.UnaryOperator;

/** Wrong: each number by itself is always the newest, but the two need not belong together. */
final class TwoVolatiles implements LiveSettings {
  private volatile int width;
  private volatile long delayMillis;
  private volatile boolean stopped;

  private record Both(int width, long delayMillis) implements Settings {}

  TwoVolatiles(Settings first) {
    width = first.width();
    delayMillis = first.delayMillis();
  }

  @Override
  public Settings get() {
    return new Both(width, delayMillis);
  }

  @Override
  public synchronized void change(UnaryOperator<Settings> change) {
    Settings changed = change.apply(get());
    width = changed.width();
    delayMillis = changed.delayMillis();
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
