package lab.homework.grade;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Whether a thread has come to rest: it waits, and not just for a moment on its way. */
public final class AtRest {
  private static final long MILLIS = 100;
  private static final long LOOK_NANOS = 1_000_000;

  private AtRest() {}

  /** Looks at a thread for a while; false as soon as it is seen to run, true if it has ended or waited all the while. */
  public static boolean isSo(Thread thread) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLIS);
    while (System.nanoTime() < end) {
      if (thread.getState() == Thread.State.NEW || thread.getState() == Thread.State.RUNNABLE) {
        return false;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return true;
  }
}
