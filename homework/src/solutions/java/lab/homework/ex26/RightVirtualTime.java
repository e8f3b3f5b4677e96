package lab.homework.ex26;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** A plan in the order of time, and within that of planning. Guarded by the monitor, which nobody holds while a task runs. */
class RightVirtualTime implements VirtualTime {
  private final Queue<Entry> plan = new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(this::place));
  private long now;
  private long number;

  record Entry(Runnable task, long at, long number) {}

  /** Where an entry comes among those of the same time. */
  long place(Entry entry) {
    return entry.number;
  }

  @Override
  public synchronized long now() {
    return now;
  }

  @Override
  public synchronized Planned schedule(Runnable task, long delayMillis) {
    Entry entry = new Entry(task, now + delayMillis, number++);
    plan.add(entry);
    return () -> cancel(entry);
  }

  private synchronized boolean cancel(Entry entry) {
    return plan.remove(entry);
  }

  @Override
  public void advance(long millis) {
    long end = now() + millis;
    for (Entry due = next(end); due != null; due = next(end)) {
      due.task.run();
    }
    set(end);
  }

  /** Takes the next that is due, and lets it be that time; null if none is. */
  synchronized Entry next(long end) {
    if (plan.isEmpty() || plan.peek().at > end || !isWanted(plan.peek())) {
      return null;
    }
    set(timeOf(plan.peek(), end));
    return plan.remove();
  }

  boolean isWanted(Entry entry) {
    return true;
  }

  long timeOf(Entry entry, long end) {
    return entry.at;
  }

  synchronized void set(long time) {
    now = time;
  }
}
