package lab.homework.ex07;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import lab.homework.Page;
import lab.homework.Web;

/** Counts the pages that are being visited. All state is guarded by the monitor, on which those wait who have nothing to do. */
class RightEndingCrawler implements EndingCrawler {
  private final Queue<String> queue = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> visited = new HashSet<>();
  private final Set<String> failed = new HashSet<>();
  private int out;
  private RuntimeException bug;

  @Override
  public CrawlReport crawl(String seed, Web web, int workers, ThreadFactory threads) throws InterruptedException {
    discover(List.of(seed));
    List<Thread> all = Stream.generate(() -> threads.newThread(() -> work(web))).limit(workers).toList();
    all.forEach(Thread::start);
    try {
      awaitEnd(all);
    } catch (InterruptedException e) {
      all.forEach(Thread::interrupt);
      throw e;
    }
    return report();
  }

  void awaitEnd(List<Thread> workers) throws InterruptedException {
    for (Thread worker : workers) {
      worker.join();
    }
  }

  private void work(Web web) {
    try {
      for (Optional<String> url = next(); url.isPresent(); url = next()) {
        visit(url.get(), web);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next page to visit; none if there will never be one. */
  synchronized Optional<String> next() throws InterruptedException {
    while (queue.isEmpty() && !isOver()) {
      wait();
    }
    if (isOver()) {
      return Optional.empty();
    }
    out++;
    return Optional.of(queue.remove());
  }

  boolean isOver() {
    return bug != null || isNothingLeft();
  }

  boolean isNothingLeft() {
    return isQueueEmpty() && out == 0;
  }

  boolean isQueueEmpty() {
    return queue.isEmpty();
  }

  private void visit(String url, Web web) throws InterruptedException {
    try {
      succeeded(web.fetch(url));
    } catch (IOException e) {
      failed(url);
    } catch (RuntimeException e) {
      broken(url, e);
    }
  }

  private synchronized void succeeded(Page page) {
    visited.add(page.url());
    discover(page.links());
    leave();
  }

  synchronized void failed(String url) {
    noteFailure(url);
    leave();
  }

  synchronized void noteFailure(String url) {
    failed.add(url);
  }

  synchronized void broken(String url, RuntimeException e) {
    bug = e;
    leave();
  }

  private synchronized void discover(List<String> links) {
    links.stream().filter(seen::add).forEach(queue::add);
  }

  /** A page is through; whoever waits must look again whether that was the last. */
  private void leave() {
    out--;
    notifyAll();
  }

  private synchronized CrawlReport report() {
    if (bug != null) {
      throw new IllegalStateException("a fetch failed unexpectedly", bug);
    }
    return new CrawlReport(Set.copyOf(visited), Set.copyOf(failed));
  }
}
