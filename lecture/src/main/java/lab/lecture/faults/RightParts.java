package lab.lecture.faults;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lab.crawl.FetchResult;
import lab.lecture.faults.Parts.Count;
import lab.lecture.faults.Parts.Fetch;
import lab.lecture.faults.Parts.Flag;
import lab.lecture.faults.Parts.Lazy;
import lab.lecture.faults.Parts.Permits;
import lab.lecture.faults.Parts.Seen;
import lab.lecture.faults.Parts.Starter;
import lab.lecture.faults.Parts.Telling;
import lab.lecture.faults.Parts.Waiting;
import okhttp3.HttpUrl;

/** The right parts, as the author of a crawler would write them. What a tool says against them is a false alarm. */
final class RightParts {
  private RightParts() {}

  /** Looks and notes in one call. */
  static final class OneStep implements Seen {
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    @Override
    public boolean isNew(String url) {
      return seen.add(url);
    }
  }

  /** Lock, look, wait in a loop. */
  static final class WaitsInALoop implements Waiting {
    @GuardedBy("this")
    private final Queue<String> queue = new ArrayDeque<>();

    @Override
    public synchronized void put(String url) {
      queue.add(url);
      notifyAll();
    }

    @Override
    public synchronized String take() throws InterruptedException {
      while (queue.isEmpty()) {
        wait();
      }
      return queue.remove();
    }
  }

  /** Takes one off and looks in one call. */
  static final class Atomic implements Count {
    private final AtomicInteger outstanding;

    Atomic(int begun) {
      this.outstanding = new AtomicInteger(begun);
    }

    @Override
    public void add() {
      outstanding.incrementAndGet();
    }

    @Override
    public boolean subtract() {
      return outstanding.decrementAndGet() == 0;
    }
  }

  /** Volatile: whoever looks sees it. */
  static final class Visible implements Flag {
    private volatile boolean set;

    @Override
    public void set() {
      set = true;
    }

    @Override
    public boolean isSet() {
      return set;
    }
  }

  /** One lock for all calls. */
  static final class OneLock implements Telling {
    @Override
    public synchronized void begun(Runnable tell) {
      tell.run();
    }

    @Override
    public synchronized void visited(Runnable tell) {
      tell.run();
    }
  }

  /** Catches what a task throws, because nobody else would hear of it. */
  record TellsBugs(ExecutorService pool, Consumer<Throwable> bugs) implements Starter {
    @Override
    public void start(Runnable task) {
      pool.execute(() -> {
        try {
          task.run();
        } catch (Throwable e) {
          bugs.accept(e);
        }
      });
    }
  }

  /** Gives the permit back whatever comes of the fetch. */
  static final class GivesBack implements Permits {
    private final Semaphore free;

    GivesBack(int width) {
      this.free = new Semaphore(width);
    }

    @Override
    public FetchResult fetch(Fetch fetch, HttpUrl url) throws InterruptedException {
      free.acquire();
      try {
        return fetch.of(url);
      } finally {
        free.release();
      }
    }
  }

  /** Looks and makes under one lock. */
  static final class MadeUnderALock<T> implements Lazy<T> {
    private final Supplier<T> made;
    @GuardedBy("this")
    private T value; // null until it is wanted first

    MadeUnderALock(Supplier<T> made) {
      this.made = made;
    }

    @Override
    public synchronized T get() {
      if (value == null) {
        value = made.get();
      }
      return value;
    }
  }
}
