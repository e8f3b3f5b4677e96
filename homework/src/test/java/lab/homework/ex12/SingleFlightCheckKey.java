package lab.homework.ex12;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A key that makes races certain. A thread that looks it up for the second time has made up its mind by what it found the first
 * time; there it is held until it is told to go on, and what it found may be true no more by then. And all of these keys are in
 * the same place of a map, as a few of many keys always are.
 */
public final class SingleFlightCheckKey {
  private final String name;
  private final Set<Thread> lookedUp = ConcurrentHashMap.newKeySet();
  // Guarded by the monitor, as the two below.
  private final List<Thread> held = new ArrayList<>();
  private boolean holds;
  private Thread leader;

  private SingleFlightCheckKey(String name, boolean holds) {
    this.name = name;
    this.holds = holds;
  }

  /** One that holds nobody. */
  static SingleFlightCheckKey free(String name) {
    return new SingleFlightCheckKey(name, false);
  }

  /** One that holds everybody. */
  static SingleFlightCheckKey held(String name) {
    return new SingleFlightCheckKey(name, true);
  }

  /** One of those that are held goes on, and is held no more. */
  synchronized void letOneGoOn() {
    leader = held.isEmpty() ? null : held.getFirst();
    notifyAll();
  }

  synchronized void letAllGoOn() {
    holds = false;
    notifyAll();
  }

  @Override
  public int hashCode() {
    if (!lookedUp.add(Thread.currentThread())) {
      hold(Thread.currentThread());
    }
    return 0;
  }

  private synchronized void hold(Thread thread) {
    held.add(thread);
    boolean interrupted = false;
    while (holds && leader != thread) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      thread.interrupt();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SingleFlightCheckKey key && key.name.equals(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
