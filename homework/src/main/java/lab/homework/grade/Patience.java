package lab.homework.grade;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * How long a check waits for what a right solution does at once: so long that only a solution that will never do it is
 * given up. No verdict depends on anything being quick.
 */
public final class Patience {
  /** For one thing that must happen. */
  public static final long SECONDS = 5;

  /** For one rule. */
  static final long RULE_SECONDS = 8;

  /** For all rules of an exercise. */
  static final long EXERCISE_SECONDS = 19;

  private Patience() {}

  /**
   * Waits for a latch.
   *
   * @throws RuleBroken with this message if nobody opens it
   */
  public static void await(CountDownLatch latch, String message, Object... values) throws InterruptedException {
    RuleBroken.unless(latch.await(SECONDS, TimeUnit.SECONDS), message, values);
  }

  /**
   * Waits until something is so that nothing announces, such as the state of another thread.
   *
   * @throws RuleBroken with this message if it never is
   */
  public static void until(BooleanSupplier isSo, String message, Object... values) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!isSo.getAsBoolean()) {
      RuleBroken.unless(System.nanoTime() < deadline, message, values);
      Thread.onSpinWait();
      Thread.yield();
    }
  }
}
