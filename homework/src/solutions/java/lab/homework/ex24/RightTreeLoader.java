package lab.homework.ex24;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import lab.homework.Web;

/** One executor for the whole tree: so whoever ends it ends all. A count says how many pages are out; at 0 all is over. */
class RightTreeLoader implements TreeLoader {

  /** What the threads of one tree share. */
  static final class Run {
    private final ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Set<String> pages = ConcurrentHashMap.newKeySet();
    private final AtomicInteger out = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);

    ExecutorService tasks() {
      return tasks;
    }
  }

  @Override
  public Tree load(String root, Web web, Deadline deadline) throws InterruptedException {
    Run run = new Run();
    begin(root, web, run);
    Thread timer = Thread.startVirtualThread(() -> {
      try {
        deadline.await();
        run.over.countDown();
      } catch (InterruptedException e) {
        // The tree was through before.
      }
    });
    try {
      run.over.await();
    } finally {
      stop(run);
      endTimer(timer);
      awaitEnd(run);
    }
    Set<String> missing = new HashSet<>(run.known);
    missing.removeAll(run.pages);
    return new Tree(Set.copyOf(run.pages), missing);
  }

  private void begin(String url, Web web, Run run) {
    run.known.add(url);
    run.out.incrementAndGet();
    try {
      run.tasks.execute(() -> visit(url, web, run));
    } catch (RejectedExecutionException e) {
      // The time is up: it stays missing.
      run.out.decrementAndGet();
    }
  }

  private void visit(String url, Web web, Run run) {
    try {
      for (String link : web.fetch(url).links()) {
        begin(link, web, run);
      }
      run.pages.add(url);
    } catch (IOException e) {
      failed(run);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (run.out.decrementAndGet() == 0) {
        run.over.countDown();
      }
    }
  }

  void failed(Run run) {
    // It stays missing.
  }

  final void end(Run run) {
    run.over.countDown();
  }

  void stop(Run run) {
    run.tasks.shutdownNow();
  }

  void endTimer(Thread timer) {
    timer.interrupt();
  }

  void awaitEnd(Run run) {
    run.tasks.close();
  }
}
