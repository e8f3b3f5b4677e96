package lab.homework.grade;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A call on a thread of its own that may wait at a {@link ScriptedLock}'s conditions, and nowhere else.
 *
 * @param <T> what it returns
 */
public final class LockCall<T> {
  private final ScriptedLock lock;
  private final FutureTask<T> task;
  private final Thread thread;

  LockCall(ScriptedLock lock, String name, Callable<T> call) {
    this.lock = lock;
    this.task = new FutureTask<>(call);
    this.thread = new Thread(task, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  Thread thread() {
    return thread;
  }

  boolean isOver() {
    return task.isDone();
  }

  /**
   * It is to wait.
   *
   * @throws RuleBroken with this message if it has returned
   * @throws Exception what it has thrown
   */
  public void mustWait(String message, Object... values) throws Exception {
    if (task.isDone()) {
      outcome();
      throw new RuleBroken(message, values);
    }
  }

  /**
   * What it returned; nothing else goes on that it could wait for.
   *
   * @throws RuleBroken with this message if it waits
   * @throws Exception what it has thrown
   */
  public T result(String ifItWaits, Object... values) throws Exception {
    RuleBroken.unless(task.isDone(), ifItWaits, values);
    return outcome();
  }

  private T outcome() throws Exception {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /**
   * Interrupts it while it waits: it must end, and say so.
   *
   * @throws RuleBroken unless it throws an {@link InterruptedException}
   */
  public void interrupt() throws Exception {
    lock.interrupt(this);
    try {
      T result = result("\"%s\" was interrupted while it waited, and waits on: let the InterruptedException out", thread.getName());
      throw new RuleBroken("\"%s\" was interrupted while it waited, but went on with %s as if nothing were: let the InterruptedException "
          + "out",
          thread.getName(), result);
    } catch (InterruptedException e) {
      // As it should be.
    }
  }
}
