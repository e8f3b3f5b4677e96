package lab.crawl.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import lab.crawl.measure.LowerBound.Design;
import lab.crawl.measure.LowerBound.Page;

/**
 * One crawl in imagined time: a discrete-event simulation that keeps the rules of a design and leaves every choice to
 * luck. It shares no code with the bound that it is to test.
 */
final class Schedule {

  /** Every choice that a schedule has. */
  interface Luck {

    /** Which of so many that are ready comes next, from 0 on. */
    int next(int ready);

    /** How long to do nothing although something could be done; 0 is not at all. */
    double needlessWait();

    /** In how many slices a piece of CPU work is done, 1 or more. */
    int slices();

    /** First come, first served, at once and in one go. */
    Luck GREEDY = new Luck() {
      @Override
      public int next(int ready) {
        return 0;
      }

      @Override
      public double needlessWait() {
        return 0;
      }

      @Override
      public int slices() {
        return 1;
      }
    };
  }

  private final List<Page> pages;
  private final boolean slotHeldWhileComputing;
  private final Luck luck;

  private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingDouble(Event::time));
  private final List<Integer> toFetch = new ArrayList<>();
  private final List<Work> toCompute = new ArrayList<>();
  private final List<Work> other = new ArrayList<>();
  private final boolean[] known;
  private int freeSlots;
  private int freeLanes;
  private int freeCores;
  private int done;
  private double now;
  private double end;

  /** Prepares a schedule. */
  Schedule(List<Page> pages, Design design, Luck luck) {
    this.pages = pages;
    this.slotHeldWhileComputing = design.slotHeldWhileComputing();
    this.luck = luck;
    known = new boolean[pages.size()];
    freeSlots = design.width();
    freeLanes = design.cpuLanes();
    freeCores = design.cores();
    other.add(work(design.otherCpuMillis(), () -> {}));
  }

  /** Crawls, once, and tells how long it took, in milliseconds. */
  double elapsed() {
    discover(0);
    startWhatCanStart();
    while (!events.isEmpty()) {
      Event event = events.remove();
      now = event.time;
      event.action.run();
      startWhatCanStart();
    }
    if (done != pages.size()) {
      throw new IllegalStateException("only " + done + " of " + pages.size() + " pages done");
    }
    return end;
  }

  private void startWhatCanStart() {
    while (freeSlots > 0 && !toFetch.isEmpty() && !idle()) {
      fetch(toFetch.remove(luck.next(toFetch.size())));
    }
    while (freeLanes > 0 && freeCores > 0 && !toCompute.isEmpty() && !idle()) {
      freeLanes--;
      compute(toCompute.remove(luck.next(toCompute.size())), toCompute, () -> freeLanes++);
    }
    while (freeCores > 0 && !other.isEmpty() && !idle()) {
      compute(other.remove(luck.next(other.size())), other, () -> {});
    }
  }

  private boolean idle() {
    double wait = luck.needlessWait();
    if (wait > 0) {
      events.add(new Event(now + wait, () -> {}));
    }
    return wait > 0;
  }

  private void fetch(int page) {
    freeSlots--;
    after(pages.get(page).latencyMillis(), () -> {
      if (!slotHeldWhileComputing) {
        freeSlots++;
      }
      toCompute.add(work(pages.get(page).cpuMillis(), () -> visited(page)));
    });
  }

  private void visited(int page) {
    done++;
    if (slotHeldWhileComputing) {
      freeSlots++;
    }
    for (int link : pages.get(page).links()) {
      discover(link);
    }
  }

  private void discover(int page) {
    if (!known[page]) {
      known[page] = true;
      toFetch.add(page);
    }
  }

  private Work work(double millis, Runnable whenDone) {
    int slices = luck.slices();
    return new Work(millis / slices, slices, whenDone);
  }

  private void compute(Work work, List<Work> queue, Runnable free) {
    freeCores--;
    after(work.sliceMillis, () -> {
      freeCores++;
      free.run();
      if (work.slices > 1) {
        queue.add(new Work(work.sliceMillis, work.slices - 1, work.whenDone));
      } else {
        work.whenDone.run();
      }
    });
  }

  private void after(double millis, Runnable action) {
    events.add(new Event(now + millis, () -> {
      end = now;
      action.run();
    }));
  }

  private record Event(double time, Runnable action) {}

  private record Work(double sliceMillis, int slices, Runnable whenDone) {}
}
