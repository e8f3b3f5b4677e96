package lab.homework.ex19;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import lab.homework.ex19.BudgetMover.Budget;
import lab.homework.grade.RuleBroken;

/**
 * Makes locks whose holders wait for one another where it hurts: whoever has got its first lock goes on only when each of the others has
 * got its first one, or waits for a lock. If a cycle can come about it does, each time; then it is named, and broken up.
 *
 * <p>Guarded by its monitor, which nobody holds while it waits for one of the locks.
 */
final class LockCrossing {
  private static final int LOOK_MILLIS = 5;
  private static final int MOST_STUCK = 30;

  private final List<Thread> threads = new ArrayList<>();
  private final Map<Thread, Integer> held = new LinkedHashMap<>();
  private final Map<Thread, CrossingLock> awaited = new LinkedHashMap<>();
  private String cycle = "";

  /** From now on these wait for one another. */
  synchronized void meet(List<Thread> all) {
    threads.addAll(all);
  }

  /** Makes a budget. */
  Held budget(String host, int pages) {
    return new Held(host, pages);
  }

  /** The threads and the locks that wait for one another, in words; empty if none do. */
  synchronized String cycle() {
    return cycle;
  }

  private synchronized void waits(CrossingLock lock) {
    awaited.put(Thread.currentThread(), lock);
    cycle = cycle.isEmpty() ? words(Thread.currentThread()) : cycle;
    notifyAll();
  }

  private synchronized void got() {
    awaited.remove(Thread.currentThread());
    int locks = held.merge(Thread.currentThread(), 1, Integer::sum);
    notifyAll();
    if (locks == 1 && threads.contains(Thread.currentThread())) {
      awaitOthers();
    }
  }

  private void awaitOthers() {
    int stuck = 0;
    while (stuck < MOST_STUCK && threads.stream().anyMatch(this::isComing)) {
      stuck = threads.stream().filter(this::isComing).allMatch(LockCrossing::isStuck) ? stuck + 1 : 0;
      try {
        wait(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean isComing(Thread thread) {
    return !held.containsKey(thread) && !awaited.containsKey(thread) && thread.getState() != Thread.State.TERMINATED;
  }

  /** Whether it waits for something that is none of these locks. */
  private static boolean isStuck(Thread thread) {
    return thread.getState() != Thread.State.NEW && thread.getState() != Thread.State.RUNNABLE;
  }

  private synchronized void gaveBack() {
    // It stays among those that had a first one, so that nobody waits for it again.
    held.merge(Thread.currentThread(), -1, Integer::sum);
    notifyAll();
  }

  /** Whoever waits for a lock whose holder waits for one whose holder ... and so on, back to the first. */
  private String words(Thread first) {
    StringBuilder words = new StringBuilder();
    Thread thread = first;
    for (int i = 0; i <= threads.size(); i++) {
      CrossingLock wanted = awaited.get(thread);
      Optional<Thread> holder = Optional.ofNullable(wanted).map(CrossingLock::holder);
      if (holder.isEmpty()) {
        return "";
      }
      words.append(words.isEmpty() ? "" : "; ").append('"').append(thread.getName()).append("\" waits for the lock of ")
          .append(wanted.host).append(", which \"").append(holder.get().getName()).append("\" holds");
      thread = holder.get();
      if (thread == first) {
        return words.toString();
      }
    }
    return "";
  }

  /** A lock that says who waits for it and who has got it. */
  final class CrossingLock extends ReentrantLock {
    private static final long serialVersionUID = 1;

    private final transient String host;

    CrossingLock(String host) {
      this.host = host;
    }

    Thread holder() {
      return getOwner();
    }

    @Override
    public void lock() {
      boolean isMine = tryLock();
      while (!isMine) {
        waits(this);
        if (!cycle().isEmpty()) {
          throw new IllegalStateException("a deadlock, which the check breaks up");
        }
        try {
          isMine = super.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
          throw new IllegalStateException("interrupted while it waited for the lock of " + host, e);
        }
        if (isMine) {
          got();
        }
      }
    }

    @Override
    public void lockInterruptibly() {
      lock();
    }

    @Override
    public boolean tryLock() {
      boolean isMine = super.tryLock();
      if (isMine) {
        got();
      }
      return isMine;
    }

    @Override
    public void unlock() {
      super.unlock();
      gaveBack();
    }
  }

  /** A budget that knows whether whoever touches it holds the locks. */
  final class Held implements Budget {
    private final String host;
    private final CrossingLock lock;
    private final AtomicInteger pages;
    private volatile Held partner;
    private volatile boolean failing;

    private Held(String host, int pages) {
      this.host = host;
      this.lock = new CrossingLock(host);
      this.pages = new AtomicInteger(pages);
    }

    /** From now on, who changes this one must hold the other's lock as well. */
    void onlyWith(Held other) {
      partner = other;
    }

    /** Lets the next change fail. */
    void fails() {
      failing = true;
    }

    @Override
    public String host() {
      return host;
    }

    @Override
    public CrossingLock lock() {
      return lock;
    }

    @Override
    public int pages() {
      mustHold(this, "looked at");
      return pages.get();
    }

    @Override
    public void set(int changed) {
      mustHold(this, "changed");
      if (partner != null) {
        RuleBroken.unless(partner.lock.isHeldByCurrentThread(),
            "the budget of %s was changed by a thread that didn't hold the lock of %s: whoever looks at both now finds pages that are in "
                + "neither budget, or in both. Hold both locks until both are changed", host, partner.host);
      }
      if (failing) {
        failing = false;
        throw new IllegalStateException("the budget of " + host + " can't be changed just now");
      }
      pages.set(changed);
    }

    private void mustHold(Held budget, String what) {
      RuleBroken.unless(budget.lock.isHeldByCurrentThread(), "the budget of %s was %s by a thread that didn't hold its lock", host, what);
    }

    /** For the check, which needs no lock when all is over. */
    int atTheEnd() {
      return pages.get();
    }
  }
}
