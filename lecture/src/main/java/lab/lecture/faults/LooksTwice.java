package lab.lecture.faults;

import java.util.function.Supplier;

/**
 * <strong>Wrong on purpose:</strong> double-checked locking whose field isn't volatile. Whoever looks without the lock may see the object
 * and not yet what is in it.
 */
final class LooksTwice<T> implements Parts.Lazy<T> {
  private final Supplier<T> made;
  private T value; // null until it is wanted first

  LooksTwice(Supplier<T> made) {
    this.made = made;
  }

  @Override
  public T get() {
    if (value == null) {
      synchronized (this) {
        if (value == null) {
          value = made.get();
        }
      }
    }
    return value;
  }
}
