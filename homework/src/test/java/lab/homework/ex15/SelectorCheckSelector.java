package lab.homework.ex15;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import lab.homework.grade.Patience;

/**
 * A selector that knows whether its loop sleeps. It lets a real one do the work, and sees each call.
 *
 * <p>A loop sleeps if it is in a call that waits, at the begin of which nothing was ready: with no clock and no measuring of CPU
 * time, that tells it from a loop whose every call returns at once.
 */
final class SelectorCheckSelector extends AbstractSelector {
  /** A loop that goes round so often while nothing happens will do so for ever. */
  static final int MANY_ROUNDS = 50;

  /** Whoever waits no longer than this in one call doesn't sleep, but looks again and again. */
  private static final long SHORT_MILLIS = 50;

  private final Selector inner;
  private final Set<Thread> users = ConcurrentHashMap.newKeySet();
  // Not the selector itself: a thread that sleeps in select(Consumer) holds that.
  private final Object lock = new Object();
  private int rounds;
  private int sleeps;
  private boolean asleep;

  SelectorCheckSelector() throws IOException {
    super(SelectorProvider.provider());
    this.inner = Selector.open();
  }

  @Override
  public int select() throws IOException {
    return select(0);
  }

  @Override
  public int select(long timeoutMillis) throws IOException {
    noteRound();
    boolean waits = timeoutMillis == 0 || timeoutMillis > SHORT_MILLIS;
    if (waits && inner.selectNow(key -> {}) == 0) {
      noteSleep(true);
    }
    try {
      return inner.select(timeoutMillis);
    } finally {
      noteSleep(false);
    }
  }

  @Override
  public int selectNow() throws IOException {
    noteRound();
    return inner.selectNow();
  }

  private void noteRound() {
    users.add(Thread.currentThread());
    synchronized (lock) {
      rounds++;
      lock.notifyAll();
    }
  }

  private void noteSleep(boolean isAsleep) {
    synchronized (lock) {
      asleep = isAsleep;
      sleeps += isAsleep ? 1 : 0;
      lock.notifyAll();
    }
  }

  /** Which threads have called it. */
  Set<Thread> users() {
    return Set.copyOf(users);
  }

  /** How often the loop has gone to sleep. */
  int sleeps() {
    synchronized (lock) {
      return sleeps;
    }
  }

  /** How often it has gone round. */
  int rounds() {
    synchronized (lock) {
      return rounds;
    }
  }

  /**
   * Waits until the loop sleeps and has gone to sleep more often than that. False if it goes round and round instead, or
   * doesn't use this selector.
   */
  boolean awaitSleep(int moreOftenThan) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Patience.SECONDS);
    synchronized (lock) {
      int lastRound = rounds + MANY_ROUNDS;
      while (!hasSlept(moreOftenThan) && rounds < lastRound && System.nanoTime() < deadline) {
        TimeUnit.NANOSECONDS.timedWait(lock, deadline - System.nanoTime());
      }
      return hasSlept(moreOftenThan);
    }
  }

  private boolean hasSlept(int moreOftenThan) {
    return asleep && sleeps > moreOftenThan;
  }

  @Override
  protected SelectionKey register(AbstractSelectableChannel channel, int operations, Object attachment) {
    try {
      return channel.register(inner, operations, attachment);
    } catch (IOException e) {
      throw new IllegalStateException("a channel that was closed while it was registered", e);
    }
  }

  @Override
  public Set<SelectionKey> keys() {
    return inner.keys();
  }

  @Override
  public Set<SelectionKey> selectedKeys() {
    return inner.selectedKeys();
  }

  @Override
  public Selector wakeup() {
    inner.wakeup();
    return this;
  }

  @Override
  protected void implCloseSelector() throws IOException {
    inner.close();
  }
}
