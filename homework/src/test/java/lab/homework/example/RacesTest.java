package lab.homework.example;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import lab.homework.grade.Races;
import lab.homework.grade.RuleBroken;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What orders two threads, and what doesn't: one of them writes, and another reads it. */
@Timeout(60)
class RacesTest {

  /** A solution: starts a thread that writes 1, and gives what the calling thread reads then. */
  public interface Handover {
    /** Not watched, and so it orders nobody: the reader has started its writer, and does no more that orders threads. */
    Semaphore STARTED = new Semaphore(0);

    int read() throws Exception;

    /** For a writer: waits until the reader is so far. */
    static void awaitReader() {
      STARTED.acquireUninterruptibly();
    }

    /** For a reader that is so far. */
    static void go() {
      STARTED.release();
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Monitor.class, Volatile.class, Joined.class, Task.class, Queued.class, Locked.class, StaticMonitor.class})
  void whoeverIsOrderedIsNotAccused(Class<? extends Handover> type) throws Exception {
    Races races = new Races(type.getDeclaredConstructor().newInstance(), Handover.class);

    races.make(Handover.class).read();

    assertThatCode(races::sayIfAny).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(classes = {Polled.class, OnlyTheWriterLocks.class, TwoLocks.class, Element.class, Unjoined.class})
  void whoeverIsNotOrderedIsAccusedThoughItReadWhatWasWritten(Class<? extends Handover> type) throws Exception {
    Races races = new Races(type.getDeclaredConstructor().newInstance(), Handover.class);

    races.make(Handover.class).read();

    assertThatThrownBy(races::sayIfAny).isInstanceOf(RuleBroken.class).hasMessageContaining("nothing orders them");
  }

  /** Waits for a thread's end without being ordered by it. */
  static void awaitEnd(Thread thread) throws InterruptedException {
    while (thread.getState() != Thread.State.TERMINATED) {
      Thread.sleep(1);
    }
  }

  static class Monitor implements Handover {
    private int value;

    @Override
    public synchronized int read() throws Exception {
      new Thread(this::write).start();
      while (value == 0) {
        wait();
      }
      return value;
    }

    private synchronized void write() {
      value = 1;
      notifyAll();
    }
  }

  static class StaticMonitor implements Handover {
    private static int value;

    @Override
    public int read() throws Exception {
      new Thread(StaticMonitor::write).start();
      while (value() == 0) {
        Thread.sleep(1);
      }
      return value();
    }

    private static synchronized void write() {
      value = 1;
    }

    private static synchronized int value() {
      return value;
    }
  }

  static class Volatile implements Handover {
    private int value;
    private volatile boolean written;

    @Override
    public int read() throws Exception {
      new Thread(() -> {
        value = 1;
        written = true;
      }).start();
      while (!written) {
        Thread.sleep(1);
      }
      return value;
    }
  }

  static class Joined implements Handover {
    private int value;

    @Override
    public int read() throws Exception {
      Thread writer = new Thread(() -> value = 1);
      writer.start();
      writer.join();
      return value;
    }
  }

  static class Task implements Handover {
    private int value;

    @Override
    public int read() throws Exception {
      try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
        pool.submit(() -> value = 1).get(1, TimeUnit.MINUTES);
        return value;
      }
    }
  }

  static class Queued implements Handover {
    private final BlockingQueue<int[]> queue = new ArrayBlockingQueue<>(1);

    @Override
    public int read() throws Exception {
      new Thread(() -> queue.add(new int[] {1})).start();
      return queue.take()[0];
    }
  }

  static class Locked implements Handover {
    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch began = new CountDownLatch(1);
    private int value;

    @Override
    public int read() throws Exception {
      new Thread(this::write).start();
      began.await();
      lock.lock();
      try {
        return value;
      } finally {
        lock.unlock();
      }
    }

    private void write() {
      lock.lock();
      try {
        began.countDown();
        value = 1;
      } finally {
        lock.unlock();
      }
    }
  }

  static class Polled implements Handover {
    private int value;

    @Override
    public int read() throws Exception {
      new Thread(this::write).start();
      Handover.go();
      while (value == 0) {
        Thread.sleep(1);
      }
      return value;
    }

    private void write() {
      Handover.awaitReader();
      value = 1;
    }
  }

  static class OnlyTheWriterLocks implements Handover {
    private int value;

    @Override
    public int read() throws Exception {
      Thread writer = new Thread(this::write);
      writer.start();
      Handover.go();
      awaitEnd(writer);
      return value;
    }

    private synchronized void write() {
      Handover.awaitReader();
      value = 1;
    }
  }

  static class TwoLocks implements Handover {
    private final Object mine = new Object();
    private int value;

    @Override
    public int read() throws Exception {
      Thread writer = new Thread(this::write);
      writer.start();
      Handover.go();
      awaitEnd(writer);
      synchronized (mine) {
        return value;
      }
    }

    private synchronized void write() {
      Handover.awaitReader();
      value = 1;
    }
  }

  static class Element implements Handover {
    private final int[] values = new int[1];

    @Override
    public int read() throws Exception {
      Thread writer = new Thread(() -> {
        Handover.awaitReader();
        values[0] = 1;
      });
      writer.start();
      Handover.go();
      awaitEnd(writer);
      return values[0];
    }
  }

  static class Unjoined implements Handover {
    private int value;

    @Override
    public int read() throws Exception {
      Thread writer = new Thread(() -> {
        Handover.awaitReader();
        value = 1;
      });
      writer.start();
      Handover.go();
      awaitEnd(writer);
      return value;
    }
  }
}
