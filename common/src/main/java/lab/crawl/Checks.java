package lab.crawl;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Says in one line what is wrong with a value that a person gave. */
final class Checks {
  private Checks() {}

  /**
   * Refuses a value.
   *
   * @throws IllegalArgumentException with one line that names the value and what it may be, unless the condition holds
   */
  static void check(boolean holds, String what, Object value, String allowed) {
    if (!holds) {
      String shown = value instanceof Duration time ? TimeUnit.MILLISECONDS.convert(time) + " ms" : value.toString();
      throw new IllegalArgumentException(what + " is " + shown.replaceAll("\\p{Cntrl}", "?") + " but must be " + allowed);
    }
  }
}
