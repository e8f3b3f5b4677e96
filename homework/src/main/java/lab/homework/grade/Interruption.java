package lab.homework.grade;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Interrupts a call while it waits: it must end, and say why. */
public final class Interruption {
  private Interruption() {}

  /**
   * Makes a call on a thread of its own, and interrupts that.
   *
   * @param name of the method that is called, for the student
   * @param isWaiting whether the call has come to where it waits
   * @throws RuleBroken unless the call throws an {@link InterruptedException} then
   */
  public static void mustEnd(String name, Callable<?> call, BooleanSupplier isWaiting) throws Exception {
    FutureTask<Object> task = new FutureTask<>(call::call);
    Thread caller = new Thread(task, "the caller of " + name);
    caller.setDaemon(true);
    caller.start();
    Patience.until(() -> isWaiting.getAsBoolean() || task.isDone(), "%s neither got to where it has to wait nor returned", name);
    boolean wasOver = task.isDone();
    caller.interrupt();
    try {
      Object result = task.get(Patience.SECONDS, TimeUnit.SECONDS);
      RuleBroken.unless(!wasOver, "%s returned %s though what it is to wait for had not come", name, result);
      throw new RuleBroken("the thread that called %s was interrupted, but was given %s as if nothing were: who interrupts wants the "
          + "call to end, and whoever gets the result must be able to tell half of it from all. Let the InterruptedException out, and "
          + "mind that close() of an executor takes interrupts to itself", name, result);
    } catch (TimeoutException e) {
      throw new RuleBroken("the thread that called %s was interrupted, and still waits: let the InterruptedException out, and wait for "
          + "nothing on the way (close() of an executor waits for all of its tasks, unless shutdownNow() came before)", name);
    } catch (ExecutionException e) {
      mustBeInterrupted(name, e.getCause());
    }
  }

  private static void mustBeInterrupted(String name, Throwable thrown) throws Exception {
    if (thrown instanceof RuleBroken || thrown instanceof UnsupportedOperationException) {
      throw (RuntimeException) thrown;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
    RuleBroken.unless(thrown instanceof InterruptedException,
        "the thread that called %s was interrupted, and got %s: nobody can tell that from a failure. Let the InterruptedException out",
        name, thrown);
  }
}
