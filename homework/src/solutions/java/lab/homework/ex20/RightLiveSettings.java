package lab.homework.ex20;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** One reference to all of the settings, and a flag; both are volatile, and so whoever reads sees what was written last. */
final class RightLiveSettings implements LiveSettings {
  private final AtomicReference<Settings> current;
  private volatile boolean stopped;

  RightLiveSettings(Settings first) {
    current = new AtomicReference<>(first);
  }

  @Override
  public Settings get() {
    return current.get();
  }

  @Override
  public void change(UnaryOperator<Settings> change) {
    current.updateAndGet(change);
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
