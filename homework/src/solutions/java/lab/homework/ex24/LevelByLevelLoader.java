package lab.homework.ex24;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lab.homework.Web;

/** Wrong: all of a level at the same time, and the next level when the last of them is there. */
final class LevelByLevelLoader implements TreeLoader {

  @Override
  public Tree load(String root, Web web, Deadline deadline) throws InterruptedException {
    Set<String> pages = new HashSet<>();
    Set<String> known = new HashSet<>(Set.of(root));
    Thread me = Thread.currentThread();
    Thread timer = Thread.startVirtualThread(() -> {
      try {
        deadline.await();
        me.interrupt();
      } catch (InterruptedException e) {
        // All is through.
      }
    });
    ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor();
    try {
      for (List<String> level = List.of(root); !level.isEmpty(); ) {
        List<Future<List<String>>> all = new ArrayList<>();
        for (String url : level) {
          all.add(tasks.submit(() -> web.fetch(url).links()));
        }
        List<String> next = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
          add(all.get(i), level.get(i), next, pages);
        }
        known.addAll(next);
        level = next;
      }
    } finally {
      tasks.shutdownNow();
      timer.interrupt();
    }
    known.removeAll(pages);
    return new Tree(pages, known);
  }

  private static void add(Future<List<String>> fetch, String url, List<String> next, Set<String> pages) throws InterruptedException {
    try {
      next.addAll(fetch.get());
      pages.add(url);
    } catch (ExecutionException e) {
      // It is missing.
    }
  }
}
