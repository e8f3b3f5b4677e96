package lab.homework.ex13;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import lab.homework.Web;

/**
 * Each page is in one of three sets, and moves from one to the next. All state is guarded by the monitor, and whoever waits for
 * a reply doesn't hold it.
 */
class RightResumableCrawler implements ResumableCrawler {
  private final Set<String> waiting = new HashSet<>();
  private final Set<String> inFlight = new HashSet<>();
  private final Set<String> done = new HashSet<>();
  private ExecutorService workers;
  private boolean cancelled;
  private Exception failure;

  @Override
  public Progress crawl(Progress from, Web web, int threads) throws IOException, InterruptedException {
    ExecutorService started = start(from, web, threads);
    try {
      started.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
      return progress();
    } finally {
      started.shutdownNow();
    }
  }

  /** In one step, so that who cancels finds all workers or none. */
  private synchronized ExecutorService start(Progress from, Web web, int threads) {
    cancelled = false;
    failure = null;
    inFlight.clear();
    restore(from);
    workers = Executors.newFixedThreadPool(threads);
    for (int i = 0; i < threads; i++) {
      workers.execute(() -> work(web));
    }
    workers.shutdown();
    return workers;
  }

  /** Begins with what was saved. */
  void restore(Progress from) {
    replace(done, from.done());
    replace(waiting, from.toDo());
  }

  static void replace(Set<String> all, Collection<String> by) {
    all.clear();
    all.addAll(by);
  }

  private void work(Web web) {
    try {
      for (String url = take(); url != null; url = take()) {
        record(url, web.fetch(url).links());
      }
    } catch (InterruptedException e) {
      // Only a cancelled crawl interrupts its workers: what this one was fetching stays in flight, and that is saved.
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      fail(e);
    }
  }

  /** The next page; null if there will be none. */
  private synchronized String take() throws InterruptedException {
    while (!cancelled && waiting.isEmpty() && !inFlight.isEmpty()) {
      wait();
    }
    if (cancelled || waiting.isEmpty()) {
      return null;
    }
    String url = waiting.iterator().next();
    waiting.remove(url);
    inFlight.add(url);
    return url;
  }

  private synchronized void record(String url, List<String> links) {
    inFlight.remove(url);
    done.add(url);
    links.stream().filter(link -> !done.contains(link) && !inFlight.contains(link)).forEach(waiting::add);
    notifyAll();
  }

  private synchronized void fail(Exception e) {
    failure = e;
    cancel();
  }

  @Override
  public synchronized void cancel() {
    cancelled = true;
    if (workers != null) {
      interrupt(workers);
    }
    notifyAll();
  }

  /** Wakes those that wait for replies. */
  void interrupt(ExecutorService workers) {
    workers.shutdownNow();
  }

  private synchronized Progress progress() throws IOException {
    if (failure instanceof RuntimeException bug) {
      throw bug;
    }
    if (failure != null) {
      throw new IOException("a page can't be had", failure);
    }
    return saved(Set.copyOf(waiting), Set.copyOf(inFlight), Set.copyOf(done));
  }

  /** What is saved of the three sets. */
  Progress saved(Set<String> waiting, Set<String> inFlight, Set<String> done) {
    return new Progress(done, union(waiting, inFlight));
  }

  static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  Set<String> done() {
    return done;
  }

  Set<String> waiting() {
    return waiting;
  }
}
