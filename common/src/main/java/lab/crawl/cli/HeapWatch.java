package lab.crawl.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.Optional;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;

/**
 * Stops a crawl that can't go on because its heap is full, while there is room to write down what is done. Without it a heap that fills
 * slowly doesn't fail: the collector takes more and more of the time, until not even Ctrl-C is heard any more.
 *
 * <p>What counts is what is left after a collection ({@link MemoryPoolMXBean#getCollectionUsage()}), in the pool of the objects that stay.
 */
final class HeapWatch implements AutoCloseable {
  private static final double FULL = 0.9;

  private final NotificationEmitter memory = (NotificationEmitter) ManagementFactory.getMemoryMXBean();
  private final NotificationListener listener;
  private volatile boolean full;
  private volatile boolean isOver;

  private HeapWatch(Thread crawling) {
    this.listener = (notification, _) -> {
      if (!isOver) {
        full = true;
        crawling.interrupt();
      }
    };
    memory.addNotificationListener(listener, null, null);
    oldObjects().ifPresent(pool -> pool.setCollectionUsageThreshold((long) (FULL * pool.getUsage().getMax())));
  }

  /** From now until it is closed, a heap that is full interrupts that thread. */
  static HeapWatch interrupts(Thread crawling) {
    return new HeapWatch(crawling);
  }

  /** The pool that may grow largest; each collector has its own name for it. */
  private static Optional<MemoryPoolMXBean> oldObjects() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
        .filter(pool -> pool.getUsage().getMax() > 0)
        .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()));
  }

  /** There is no more crawl to stop. */
  void crawlIsOver() {
    isOver = true;
  }

  /** One line that says what to do, if the crawl was stopped; empty if the heap was large enough. */
  Optional<String> problem() {
    return full ? Optional.of(advice("the heap is full: the crawl was stopped, and what is done is written")) : Optional.empty();
  }

  /** Adds to a line how to get a larger heap. */
  static String advice(String line) {
    long megabytes = Runtime.getRuntime().maxMemory() >> 20;
    return line + "; for more start it with -DjvmArgs=-Xmx" + 2 * megabytes + "m (now " + megabytes + "m)";
  }

  @Override
  public void close() {
    oldObjects().ifPresent(pool -> pool.setCollectionUsageThreshold(0));
    try {
      memory.removeNotificationListener(listener);
    } catch (ListenerNotFoundException e) {
      throw new IllegalStateException("it was added when this was made", e);
    }
  }
}
