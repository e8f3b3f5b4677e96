package lab.homework.grade;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that look something up together: none goes on to its second look-up before all have made their first, none to its third
 * before all have made their second, and so on. So all of them have looked before any of them can note what it found, and whoever
 * makes two steps of "look" and "note" is found out each time, not only by bad luck.
 *
 * <p>A right solution isn't held up: nobody waits for a thread that waits for a lock which a waiting member holds, because a lock keeps
 * them apart then, as it should. Whoever waits for something else is given up after a moment, and the meeting ends after
 * {@value #LONGEST_SECONDS} seconds at the latest.
 */
public final class Meeting {
  /** Much longer than a thread needs that is about to go on, and bearable for one that never will. */
  private static final long STUCK_MILLIS = 200;
  private static final int MOST_GIVEN_UP = 5;
  private static final int LONGEST_SECONDS = 4;

  private final int size;
  private final Map<Thread, AtomicInteger> lookUps = new ConcurrentHashMap<>();
  private final AtomicInteger givenUp = new AtomicInteger();
  private final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);

  /** A meeting that begins when so many threads have joined it; with 0 members it never does. */
  public Meeting(int size) {
    this.size = size;
  }

  /** A thread takes part from now on; more than once is as good as once. */
  public void join(Thread thread) {
    lookUps.putIfAbsent(thread, new AtomicInteger());
  }

  /** The calling thread looks something up: it waits here for the others if it is a member. */
  public void lookUp() {
    AtomicInteger mine = lookUps.get(Thread.currentThread());
    if (mine == null) {
      return;
    }
    int number = mine.incrementAndGet();
    long stuckSince = System.nanoTime();
    while (!isOver() && !haveCome(number)) {
      long now = System.nanoTime();
      if (mayCome(number)) {
        stuckSince = now;
      } else if (now - stuckSince > TimeUnit.MILLISECONDS.toNanos(STUCK_MILLIS)) {
        givenUp.incrementAndGet();
        return;
      } else if (lookUps.size() >= size && restIsLockedOut(number)) {
        return;
      }
      Thread.yield();
    }
  }

  private boolean isOver() {
    return givenUp.get() >= MOST_GIVEN_UP || System.nanoTime() - end > 0;
  }

  private boolean haveCome(int number) {
    return lookUps.size() >= size && lookUps.keySet().stream().allMatch(thread -> hasCome(thread, number));
  }

  private boolean hasCome(Thread thread, int number) {
    return lookUps.get(thread).get() >= number || thread.getState() == Thread.State.TERMINATED;
  }

  /** Whether one is missing that may still join, or runs. */
  private boolean mayCome(int number) {
    return lookUps.size() < size || lookUps.keySet().stream().filter(thread -> !hasCome(thread, number)).anyMatch(Meeting::runs);
  }

  private static boolean runs(Thread thread) {
    return thread.getState() == Thread.State.NEW || thread.getState() == Thread.State.RUNNABLE;
  }

  /** Whether all who are missing wait for locks, and members hold them that wait here. */
  private boolean restIsLockedOut(int number) {
    return lookUps.keySet().stream().filter(thread -> !hasCome(thread, number)).allMatch(thread -> isLockedOut(thread, number));
  }

  private boolean isLockedOut(Thread thread, int number) {
    ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(thread.threadId());
    return info != null && lookUps.keySet().stream()
        .anyMatch(other -> other.threadId() == info.getLockOwnerId() && hasCome(other, number));
  }
}
