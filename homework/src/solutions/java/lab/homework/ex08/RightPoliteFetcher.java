package lab.homework.ex08;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import lab.homework.Page;

/** The caller hands out whatever may be fetched now; what may not waits in a list, and not in a thread. */
class RightPoliteFetcher<H> implements PoliteFetcher<H> {
  private final Map<H, Integer> inFlight = new HashMap<>();
  private final Map<Address<H>, Page> pages = new ConcurrentHashMap<>();

  @Override
  public Map<Address<H>, Page> fetchAll(List<Address<H>> addresses, Site<H> site, int perHost, int width)
      throws InterruptedException {
    List<Address<H>> waiting = new ArrayList<>(addresses);
    ExecutorService pool = Executors.newFixedThreadPool(width);
    try {
      while (!waiting.isEmpty()) {
        Address<H> next = choose(waiting, perHost);
        pool.execute(() -> visit(next, site, perHost));
      }
      awaitAll(pool);
    } finally {
      pool.shutdownNow();
    }
    return pages;
  }

  /** Waits until all is done. */
  void awaitAll(ExecutorService pool) throws InterruptedException {
    pool.shutdown();
    pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
  }

  /** Takes one that may be fetched now; waits until there is one. */
  synchronized Address<H> choose(List<Address<H>> waiting, int perHost) throws InterruptedException {
    Optional<Address<H>> next = firstThatMayGo(waiting, perHost);
    while (next.isEmpty()) {
      wait();
      next = firstThatMayGo(waiting, perHost);
    }
    waiting.remove(next.get());
    handOut(next.get().host());
    return next.get();
  }

  private Optional<Address<H>> firstThatMayGo(List<Address<H>> waiting, int perHost) {
    return waiting.stream().filter(address -> mayGo(address.host(), perHost)).findFirst();
  }

  /** Whether one more of a host may be in flight. */
  boolean mayGo(H host, int perHost) {
    return inFlight.getOrDefault(host, 0) < perHost;
  }

  /** A page is given to the pool. */
  synchronized void handOut(H host) {
    count(host, 1);
  }

  private void visit(Address<H> address, Site<H> site, int perHost) {
    try {
      begin(address.host(), perHost);
      pages.put(address, site.fetch(address));
      succeeded(address.host());
    } catch (IOException e) {
      failed(address.host());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A thread of the pool begins with a page. */
  void begin(H host, int perHost) throws InterruptedException {
    // The page is counted already.
  }

  private void succeeded(H host) {
    leave(host);
  }

  /** A page can't be had. */
  void failed(H host) {
    leave(host);
  }

  private synchronized void leave(H host) {
    count(host, -1);
    notifyAll();
  }

  final void count(H host, int more) {
    inFlight.merge(host, more, Integer::sum);
  }

  final int countAll() {
    return inFlight.values().stream().mapToInt(Integer::intValue).sum();
  }
}
