package lab.homework.grade;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Knows which access of a field came surely before which: what a watched solution calls at each access of a plain field, and at
 * whatever orders threads. Two accesses by different threads race if one of them writes and nothing orders them.
 *
 * <p>The method is that of vector clocks (Flanagan and Freund, FastTrack, 2009). Monitors and volatile fields order only those who use
 * the same one. All calls of {@code java.util.concurrent} and {@link Thread} are taken to order whoever makes them: so a race may be
 * missed, but whatever is told is one.
 *
 * <p>Guarded by its monitor. Public only because solutions call it.
 */
public final class RaceRecorder {
  private static final Map<Integer, RaceRecorder> ALL = new ConcurrentHashMap<>();
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final int number = NUMBERS.incrementAndGet();
  private final ThreadLocal<Actor> actors = ThreadLocal.withInitial(this::newActor);
  private final List<Integer> everybody = new ArrayList<>();
  private final IdentityHashMap<Object, List<Integer>> monitors = new IdentityHashMap<>();
  private final Map<String, List<Integer>> volatiles = new HashMap<>();
  private final IdentityHashMap<Object, Map<String, Cell>> cells = new IdentityHashMap<>();
  private int actorCount;
  private Race found;

  /** A thread, what it knows of every thread's time, and the monitors that it holds. */
  private static final class Actor {
    private final int number;
    private final List<Integer> clock = new ArrayList<>();
    private final Deque<Object> held = new ArrayDeque<>();

    Actor(int number) {
      this.number = number;
    }

    int time() {
      return at(clock, number);
    }
  }

  /**
   * One look at a field, or one change of it.
   *
   * @param actor whose
   * @param time of that thread
   * @param place file and line
   */
  private record Access(int actor, int time, boolean isWrite, String place, String thread) {}

  /** The last accesses of a field that are not surely over for everybody. */
  private static final class Cell {
    private final Map<Integer, Access> reads = new HashMap<>();
    private Access write;
  }

  /** Two accesses of a field that nothing orders. */
  record Race(String field, String first, String second) {}

  RaceRecorder() {
    ALL.put(number, this);
  }

  /** By which woven code finds it. */
  int number() {
    return number;
  }

  /** The first race that was seen. */
  synchronized Optional<Race> race() {
    return Optional.ofNullable(found);
  }

  /** Nothing is to be recorded any more. */
  void close() {
    ALL.remove(number);
  }

  private synchronized Actor newActor() {
    Actor actor = new Actor(actorCount++);
    // Whoever started it had told everybody what it knew before.
    join(actor.clock, everybody);
    tick(actor);
    return actor;
  }

  /** A thread comes into the solution, or back from a call that orders threads: it knows now what others have told. */
  public static void enter(int recorder) {
    RaceRecorder all = ALL.get(recorder);
    if (all != null) {
      Actor me = all.actors.get();
      synchronized (all) {
        join(me.clock, all.everybody);
      }
    }
  }

  /** A thread leaves the solution, or makes a call that orders threads: it tells what it knows. */
  public static void leave(int recorder) {
    RaceRecorder all = ALL.get(recorder);
    if (all != null) {
      Actor me = all.actors.get();
      synchronized (all) {
        release(me, all.everybody);
      }
    }
  }

  /** A thread has got a monitor. */
  public static void lock(Object monitor, int recorder) {
    RaceRecorder all = ALL.get(recorder);
    if (all != null) {
      Actor me = all.actors.get();
      synchronized (all) {
        me.held.push(monitor);
        join(me.clock, all.monitors.computeIfAbsent(monitor, _ -> new ArrayList<>()));
      }
    }
  }

  /** A thread is about to give a monitor back. */
  public static void unlock(Object monitor, int recorder) {
    RaceRecorder all = ALL.get(recorder);
    if (all != null) {
      Actor me = all.actors.get();
      synchronized (all) {
        me.held.remove(monitor);
        release(me, all.monitors.computeIfAbsent(monitor, _ -> new ArrayList<>()));
      }
    }
  }

  /** A thread is about to wait, and gives its monitor back while it does. */
  public static void beforeWait(int recorder) {
    RaceRecorder all = ALL.get(recorder);
    if (all != null) {
      Actor me = all.actors.get();
      synchronized (all) {
        me.held.forEach(monitor -> release(me, all.monitors.get(monitor)));
      }
    }
  }

  /** A thread has waited, and has its monitor again. */
  public static void afterWait(int recorder) {
    RaceRecorder all = ALL.get(recorder);
    if (all != null) {
      Actor me = all.actors.get();
      synchronized (all) {
        me.held.forEach(monitor -> join(me.clock, all.monitors.get(monitor)));
      }
    }
  }

  /** A thread has read a volatile field. */
  public static void readVolatile(String field, int recorder) {
    RaceRecorder all = ALL.get(recorder);
    if (all != null) {
      Actor me = all.actors.get();
      synchronized (all) {
        join(me.clock, all.volatiles.computeIfAbsent(field, _ -> new ArrayList<>()));
      }
    }
  }

  /** A thread is about to write a volatile field. */
  public static void writeVolatile(String field, int recorder) {
    RaceRecorder all = ALL.get(recorder);
    if (all != null) {
      Actor me = all.actors.get();
      synchronized (all) {
        release(me, all.volatiles.computeIfAbsent(field, _ -> new ArrayList<>()));
      }
    }
  }

  /** A thread is about to read a plain field of an object. */
  public static void read(Object owner, String field, String place, int recorder) {
    access(owner, field, place, recorder, false);
  }

  /** A thread is about to write a plain field of an object. */
  public static void write(Object owner, String field, String place, int recorder) {
    access(owner, field, place, recorder, true);
  }

  /** A thread is about to read an element of an array. */
  public static void readElement(Object array, int index, String place, int recorder) {
    access(array, "an array's element " + index, place, recorder, false);
  }

  /** A thread is about to write an element of an array. */
  public static void writeElement(Object array, int index, String place, int recorder) {
    access(array, "an array's element " + index, place, recorder, true);
  }

  private static void access(Object owner, String field, String place, int recorder, boolean isWrite) {
    RaceRecorder all = ALL.get(recorder);
    if (all != null && owner != null) {
      Actor me = all.actors.get();
      all.note(me, owner, field, new Access(me.number, me.time(), isWrite, place, name(Thread.currentThread())));
    }
  }

  private synchronized void note(Actor me, Object owner, String field, Access access) {
    Cell cell = cells.computeIfAbsent(owner, _ -> new HashMap<>()).computeIfAbsent(field, _ -> new Cell());
    compare(me, field, cell.write, access);
    if (access.isWrite) {
      cell.reads.values().forEach(read -> compare(me, field, read, access));
      cell.write = access;
      cell.reads.clear();
    } else {
      cell.reads.put(me.number, access);
    }
  }

  private void compare(Actor me, String field, Access before, Access now) {
    if (found == null && before != null && before.actor != me.number && before.time > at(me.clock, before.actor)) {
      found = new Race(field, words(before), words(now));
    }
  }

  private static String words(Access access) {
    return access.thread + (access.isWrite ? " writes it at " : " reads it at ") + access.place;
  }

  private static String name(Thread thread) {
    return thread.getName().isEmpty() ? "a virtual thread" : "\"" + thread.getName() + "\"";
  }

  private static void release(Actor me, List<Integer> to) {
    join(to, me.clock);
    tick(me);
  }

  private static void tick(Actor actor) {
    int next = actor.time() + 1;
    while (actor.clock.size() <= actor.number) {
      actor.clock.add(0);
    }
    actor.clock.set(actor.number, next);
  }

  private static void join(List<Integer> clock, List<Integer> other) {
    for (int i = 0; i < other.size(); i++) {
      if (i < clock.size()) {
        clock.set(i, Math.max(clock.get(i), other.get(i)));
      } else {
        clock.add(other.get(i));
      }
    }
  }

  private static int at(List<Integer> clock, int index) {
    return index < clock.size() ? clock.get(index) : 0;
  }
}
