package lab.homework.ex20;

import java.util.function.UnaryOperator;

/**
 * Exercise 20: what other threads get to see.
 *
 * <p>To think about first: one thread writes a field, another reads it a second later. Why may the other one still not see what was
 * written, even then? Which words of the language promise that it does? And if there are two fields, what may a reader find who comes
 * between the two writes?
 */
public final class MyLiveSettings implements LiveSettings {

  /** Begins with some settings. */
  public MyLiveSettings(Settings first) {
    // TODO exercise 20: keep the settings so that every thread sees them, as a whole, and none waits to read them.
  }

  @Override
  public Settings get() {
    throw new UnsupportedOperationException("exercise 20 is still to do");
  }

  @Override
  public void change(UnaryOperator<Settings> change) {
    throw new UnsupportedOperationException("exercise 20 is still to do");
  }

  @Override
  public void stop() {
    throw new UnsupportedOperationException("exercise 20 is still to do");
  }

  @Override
  public boolean isStopped() {
    throw new UnsupportedOperationException("exercise 20 is still to do");
  }
}
