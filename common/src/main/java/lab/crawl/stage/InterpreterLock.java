package lab.crawl.stage;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock like the global interpreter lock of CPython, which lets one thread of a process compute at a time, however many
 * cores there are. Whoever computes holds it; whoever waits for the network or the disk doesn't.
 *
 * <p>Threads take turns. One that waits for the lock lets the <em>switch interval</em> pass. If in that time the lock went to
 * nobody new, the thread asks for it; the holder, which looks at each {@link #checkpoint}, gives it up then and does not take it
 * again before another thread has had it. Between two checkpoints nobody can take it away: as in CPython, where one long
 * instruction, or an extension in C that doesn't let go, makes all others wait longer.
 *
 * <p>The rules are those of CPython since 3.2: Antoine Pitrou's "new GIL" (python-dev, 2009), described at the top of
 * {@code Python/ceval_gil.c}; {@link #SWITCH_INTERVAL} is what {@code sys.getswitchinterval()} gives there. One thing
 * differs on purpose: CPython's own SHA-256 lets go of the lock while it digests more than 2,047 bytes. The lab's checksum
 * stands for whatever is written in Python itself, and keeps it.
 *
 * <p>This is the one class among the stages that knows of threads: what it stands for belongs to an interpreter, not to the
 * design of a crawler, so that no variant should have to know of it. Not reentrant. Platform and virtual threads may use it.
 *
 * <p><strong>Where the mutable state lives:</strong> in the fields below, guarded by {@code mutex}, which is held for some
 * instructions only. {@link #dropRequested} alone is read without it.
 */
public final class InterpreterLock {
  /** How long a thread waits before it asks for the lock: 5 ms, CPython's default. */
  public static final Duration SWITCH_INTERVAL = Duration.ofMillis(5);

  private static final Duration SHORTEST_INTERVAL = Duration.ofNanos(1_000);

  private static final long NOBODY = 0;

  /** The one lock of this process. The last of the constants, because it is made of the others. */
  public static final InterpreterLock OF_PROCESS = new InterpreterLock(SWITCH_INTERVAL);

  private final long intervalNanos;
  private final ReentrantLock mutex = new ReentrantLock();
  /** Signalled when the lock is free: to those who want it. */
  private final Condition freed = mutex.newCondition();
  /** Signalled when the lock went to another thread: to those who had to give it up. */
  private final Condition switched = mutex.newCondition();

  private boolean held;
  /** The thread that has the lock or, if it is free, had it last. An id, so that a thread that has ended can be collected. */
  private long lastHolder = NOBODY;
  private long switches;
  private volatile boolean dropRequested;

  /**
   * A lock that belongs to nobody, for a test or an experiment; the stages use {@link #OF_PROCESS}.
   *
   * @param switchInterval 1 µs or more
   */
  public InterpreterLock(Duration switchInterval) {
    if (switchInterval.compareTo(SHORTEST_INTERVAL) < 0) {
      throw new IllegalArgumentException("switch interval is " + switchInterval + " but must be 1 µs or more");
    }
    intervalNanos = switchInterval.toNanos();
  }

  /**
   * Takes the lock, and waits until it can. An interrupt doesn't end the wait, because that is never long: the thread finds its
   * interrupt status set afterwards.
   *
   * @throws IllegalStateException if this thread has it already
   */
  public void acquire() {
    mutex.lock();
    try {
      if (isHeldByCaller()) {
        throw new IllegalStateException("this thread holds the interpreter lock already");
      }
      if (held) {
        awaitFree();
      }
      take();
    } finally {
      mutex.unlock();
    }
  }

  /**
   * Gives the lock up. If somebody has asked for it, this waits until another thread has it: else this one, being the one
   * that runs, would often be the first to take it again, and the others would wait far longer than the interval.
   *
   * @throws IllegalMonitorStateException if this thread doesn't have it
   */
  public void release() {
    mutex.lock();
    try {
      if (!isHeldByCaller()) {
        throw new IllegalMonitorStateException("this thread doesn't hold the interpreter lock");
      }
      held = false;
      freed.signal();
      if (dropRequested) {
        awaitSwitch();
      }
    } finally {
      mutex.unlock();
    }
  }

  /** For the holder, now and then as it computes: lets another thread have its turn, if one has waited long enough. */
  public void checkpoint() {
    if (dropRequested) {
      release();
      acquire();
    }
  }

  /** How often the lock went to another thread than the one that had it before: 1 after the first {@link #acquire}. */
  public long switches() {
    mutex.lock();
    try {
      return switches;
    } finally {
      mutex.unlock();
    }
  }

  private boolean isHeldByCaller() {
    return held && lastHolder == Thread.currentThread().threadId();
  }

  private void take() {
    held = true;
    dropRequested = false;
    long caller = Thread.currentThread().threadId();
    if (lastHolder != caller) {
      lastHolder = caller;
      switches++;
      switched.signalAll();
    }
  }

  private void awaitFree() {
    boolean interrupted = false;
    long seen = switches;
    long deadline = System.nanoTime() + intervalNanos;
    while (held) {
      interrupted |= awaitFree(deadline);
      if (switches != seen) {
        // Others got their turn: the new holder, too, may have the lock for the whole interval.
        seen = switches;
        deadline = System.nanoTime() + intervalNanos;
      } else if (held && isOver(deadline)) {
        dropRequested = true;
        deadline = System.nanoTime() + intervalNanos;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the lock is free, perhaps, or it is that late; gives whether the thread was interrupted instead. */
  @SuppressWarnings("WaitNotInLoop") // its caller is one
  private boolean awaitFree(long deadline) {
    try {
      freed.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      return false;
    } catch (InterruptedException e) {
      // The status is cleared now, so that the next wait is one; the caller sets it again at the end.
      return true;
    }
  }

  private static boolean isOver(long deadline) {
    return System.nanoTime() - deadline >= 0;
  }

  /** Ends, because whoever has asked for the lock waits for it until it has it. */
  private void awaitSwitch() {
    long caller = Thread.currentThread().threadId();
    while (lastHolder == caller) {
      switched.awaitUninterruptibly();
    }
  }

  /** For tests: how many threads wait for the lock to be free. */
  int waiting() {
    mutex.lock();
    try {
      return mutex.getWaitQueueLength(freed);
    } finally {
      mutex.unlock();
    }
  }

  /** For tests: whether somebody has asked for the lock. */
  boolean isDropRequested() {
    return dropRequested;
  }
}
