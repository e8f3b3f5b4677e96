package lab.crawl;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes a pool's threads: named by number, and each knows when it was made, so that a timeline can show how long a thread
 * takes to start.
 */
public final class CrawlerThreads implements ThreadFactory {
  /** With this the names of all threads begin that a variant makes for itself; all others are the JVM's or a library's. */
  private static final String OWN = "crawler-";

  private final String prefix;
  private final AtomicInteger made = new AtomicInteger();

  /** Threads named by this prefix and a number from 0 on. */
  public CrawlerThreads(String prefix) {
    this.prefix = prefix;
  }

  /** How many platform threads there are in this JVM, just now, that a variant made for itself. */
  public static int alive() {
    return (int) Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith(OWN)).count();
  }

  @Override
  public Thread newThread(Runnable task) {
    return new CrawlerThread(task, prefix + made.getAndIncrement());
  }

  /** A thread that knows when it was made: its pool starts it right then. */
  public static final class CrawlerThread extends Thread {
    private final long madeAt = System.nanoTime();

    CrawlerThread(Runnable task, String name) {
      super(task, name);
    }

    /** Nanoseconds, as {@link System#nanoTime()} counts them. */
    public long madeAt() {
      return madeAt;
    }
  }
}
