package lab.homework.grade;

import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * A lock with conditions that do what a check says. It knows who waits at them, and whether anybody has told him to go on; it wakes threads
 * for nothing, and keeps one that was told back until others have been quicker. So what else happens now and then happens each time, and
 * whether a thread waits for ever is known at once.
 *
 * <p>All of its state, and that of its conditions, is guarded by its monitor, on which all wait who wait for any of them.
 */
public final class ScriptedLock implements Lock {
  private final Map<Thread, Wait> waits = new LinkedHashMap<>();
  private final Set<Thread> heldBack = new HashSet<>();
  private final Set<LockCall<?>> calls = new HashSet<>();
  private Thread owner;
  private int holds;

  /** One thread's stay at a condition. */
  private static final class Wait {
    private final ScriptedCondition condition;
    private final boolean isInterruptible;
    private boolean isTold;
    private boolean isInterrupted;

    Wait(ScriptedCondition condition, boolean isInterruptible) {
      this.condition = condition;
      this.isInterruptible = isInterruptible;
    }
  }

  /** Makes a call on a thread of its own; returns when the call is over, or waits at a condition. */
  public <T> LockCall<T> call(String name, Callable<T> task) {
    LockCall<T> call = new LockCall<>(this, name, task);
    synchronized (this) {
      calls.add(call);
    }
    call.start();
    settle();
    return call;
  }

  /**
   * Waits until nothing moves any more: each call is over, or waits at a condition and nobody has told it to go on.
   *
   * @throws RuleBroken if one waits for something else, or is over and has kept the lock
   */
  void settle() {
    Patience.until(this::isSettled,
        "a call is neither over, nor does it wait at a condition of the lock that it was given: let it wait there, and for nothing else");
    synchronized (this) {
      RuleBroken.unless(!isLockLost(), "a call is over, and its lock is still held: give it back in a finally block");
    }
  }

  /** In one step: else one that was seen to wait may be told before the next is looked at. */
  private synchronized boolean isSettled() {
    return isLockLost() || calls.stream().allMatch(call -> call.isOver() || waits(call.thread()));
  }

  private boolean isLockLost() {
    return calls.stream().anyMatch(call -> call.thread() == owner && call.isOver());
  }

  /** Whether a thread waits at a condition, and will until it is told, or let go. */
  private boolean waits(Thread thread) {
    Wait wait = waits.get(thread);
    return wait != null && (wait.isTold ? heldBack.contains(thread) : !wait.isInterrupted);
  }

  /** Wakes all who wait at a condition, though nobody has told them anything: a condition may do that. */
  public void wakeForNothing() {
    synchronized (this) {
      waits.values().forEach(wait -> wait.isTold = true);
      notifyAll();
    }
    settle();
  }

  /** When a call that waits is told, it gets the lock back only after it was let go. */
  public synchronized void holdBack(LockCall<?> call) {
    heldBack.add(call.thread());
  }

  /** Lets a call go on that was held back. */
  public void letGo(LockCall<?> call) {
    synchronized (this) {
      heldBack.remove(call.thread());
      notifyAll();
    }
    settle();
  }

  /** Interrupts a call, and waits until that has had its effect. */
  void interrupt(LockCall<?> call) {
    synchronized (this) {
      Wait wait = waits.get(call.thread());
      if (wait != null) {
        wait.isInterrupted = wait.isInterruptible;
      }
      call.thread().interrupt();
    }
    settle();
  }

  @Override
  public void lock() {
    boolean wasInterrupted = false;
    synchronized (this) {
      while (!tryLock()) {
        try {
          wait();
        } catch (InterruptedException e) {
          wasInterrupted = true;
        }
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void lockInterruptibly() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (!tryLock()) {
      wait();
    }
  }

  @Override
  public synchronized boolean tryLock() {
    if (owner != null && owner != Thread.currentThread()) {
      return false;
    }
    owner = Thread.currentThread();
    holds++;
    return true;
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) {
    throw asksAgain();
  }

  private static RuleBroken asksAgain() {
    return new RuleBroken("you wait only for some time, to look again then: however short it is, it is too long, or burns the processor. "
        + "Wait until you are told (await), and tell those that wait (signalAll)");
  }

  @Override
  public synchronized void unlock() {
    mustBeMine();
    holds--;
    if (holds == 0) {
      owner = null;
      notifyAll();
    }
  }

  private void mustBeMine() {
    RuleBroken.unless(owner == Thread.currentThread(),
        "you unlock, wait or signal without having the lock: only who has it may; lock() first, and unlock() in a finally block");
  }

  @Override
  public Condition newCondition() {
    return new ScriptedCondition();
  }

  /** Where threads wait until others tell them to go on. */
  private final class ScriptedCondition implements Condition {

    @Override
    public void await() throws InterruptedException {
      if (Thread.interrupted() || untilTold(true)) {
        throw new InterruptedException();
      }
    }

    @Override
    public void awaitUninterruptibly() {
      untilTold(false);
    }

    /** Gives the lock away until it is told; whether that was by an interrupt. */
    private boolean untilTold(boolean isInterruptible) {
      synchronized (ScriptedLock.this) {
        return untilTold(new Wait(this, isInterruptible));
      }
    }

    private boolean untilTold(Wait wait) {
      mustBeMine();
      Thread me = Thread.currentThread();
      waits.put(me, wait);
      int mine = holds;
      holds = 0;
      owner = null;
      ScriptedLock.this.notifyAll();
      boolean byInterrupt = false;
      boolean wasInterrupted = false;
      while (!wait.isTold || owner != null || heldBack.contains(me)) {
        try {
          ScriptedLock.this.wait();
        } catch (InterruptedException e) {
          byInterrupt |= wait.isInterruptible && !wait.isTold;
          wait.isTold |= byInterrupt;
          wasInterrupted = true;
        }
      }
      waits.remove(me);
      owner = me;
      holds = mine;
      if (wasInterrupted && !byInterrupt) {
        me.interrupt();
      }
      return byInterrupt;
    }

    @Override
    public void signal() {
      tell(1);
    }

    @Override
    public void signalAll() {
      tell(Integer.MAX_VALUE);
    }

    private void tell(int most) {
      synchronized (ScriptedLock.this) {
        mustBeMine();
        waits.values().stream().filter(wait -> wait.condition == this && !wait.isTold).limit(most).forEach(wait -> wait.isTold = true);
        ScriptedLock.this.notifyAll();
      }
    }

    @Override
    public boolean await(long time, TimeUnit unit) {
      throw asksAgain();
    }

    @Override
    public long awaitNanos(long nanosTimeout) {
      throw asksAgain();
    }

    @Override
    public boolean awaitUntil(Date deadline) {
      throw asksAgain();
    }
  }
}
