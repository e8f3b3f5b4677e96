package lab.homework.ex27;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;

/** Wrong: each task waits for those that it has made, at a latch, of which the pool knows nothing. */
final class WaitsInThePoolLinkCounter implements LinkCounter {

  @Override
  public long count(String root, Links links, ForkJoinPool pool) {
    AtomicLong sum = new AtomicLong();
    pool.submit(() -> add(root, links, pool, sum)).join();
    return sum.get();
  }

  private static void add(String url, Links links, ForkJoinPool pool, AtomicLong sum) {
    List<String> linked = links.of(url);
    sum.addAndGet(linked.size());
    CountDownLatch left = new CountDownLatch(linked.size());
    for (String link : linked) {
      pool.execute(() -> {
        try {
          add(link, links, pool, sum);
        } finally {
          left.countDown();
        }
      });
    }
    try {
      left.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
