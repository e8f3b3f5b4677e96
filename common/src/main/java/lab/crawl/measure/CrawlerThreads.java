package lab.crawl.measure;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes a pool's threads: named by number, and each knows when it was made, so that a timeline can show how long a thread
 * takes to start.
 */
public final class CrawlerThreads implements ThreadFactory {
  private final String prefix;
  private final AtomicInteger made = new AtomicInteger();

  /** Threads named by this prefix and a number from 0 on. */
  public CrawlerThreads(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public Thread newThread(Runnable task) {
    return new CrawlerThread(task, prefix + made.getAndIncrement());
  }

  /** A thread that knows when it was made: its pool starts it right then. */
  static final class CrawlerThread extends Thread {
    private final long madeAt = System.nanoTime();

    CrawlerThread(Runnable task, String name) {
      super(task, name);
    }

    /** Nanoseconds, as {@link System#nanoTime()} counts them. */
    long madeAt() {
      return madeAt;
    }
  }
}
