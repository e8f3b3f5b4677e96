package lab.crawl.measure;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import jdk.management.VirtualThreadSchedulerMXBean;

/**
 * Looks how the JVM's scheduler of virtual threads is doing: how many of them run, each mounted on a carrier thread, and how many could run
 * but wait for one. It has a thread of its own, which begins only when a virtual thread turns up: nobody else pays for it.
 */
final class CarrierWatch {
  private static final Duration PERIOD = Duration.ofMillis(5);

  /**
   * What was seen at a moment.
   *
   * @param at in this JVM's nanoseconds
   * @param mounted virtual threads that run
   * @param queued virtual threads that wait for a carrier
   */
  record Look(long at, int mounted, long queued) {}

  private final VirtualThreadSchedulerMXBean scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
  private final List<Look> looks = new ArrayList<>();
  private Thread watcher;
  private volatile boolean ended;

  /** A virtual thread has turned up. */
  synchronized void begin() {
    if (watcher == null) {
      watcher = Thread.ofPlatform().daemon().name("carrier-watch").start(this::look);
    }
  }

  private void look() {
    while (!ended) {
      Look look = new Look(System.nanoTime(), scheduler.getMountedVirtualThreadCount(), scheduler.getQueuedVirtualThreadCount());
      synchronized (this) {
        looks.add(look);
      }
      LockSupport.parkNanos(PERIOD.toNanos());
    }
  }

  /** Ends, and gives what was seen. */
  synchronized List<Look> end() {
    ended = true;
    return List.copyOf(looks);
  }
}
