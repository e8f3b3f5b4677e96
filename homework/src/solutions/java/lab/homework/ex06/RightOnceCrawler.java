package lab.homework.ex06;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Each thread notes what it finds; what is new goes back to the pool. */
class RightOnceCrawler<P> implements OnceCrawler<P> {
  private final Set<P> seen = ConcurrentHashMap.newKeySet();

  @Override
  public Set<P> crawl(P seed, Site<P> site, int threads) throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(width(threads));
    try {
      ExecutorCompletionService<List<P>> fetches = new ExecutorCompletionService<>(pool);
      isNew(seed);
      fetches.submit(() -> newLinks(site.fetch(seed)));
      for (int out = 1; out > 0; out--) {
        for (P page : fetches.take().get()) {
          fetches.submit(() -> newLinks(site.fetch(page)));
          out++;
        }
      }
      return new HashSet<>(seen);
    } catch (ExecutionException e) {
      throw new IOException("a page can't be had", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  /** How many threads there are. */
  int width(int threads) {
    return threads;
  }

  private List<P> newLinks(List<P> links) {
    return links.stream().filter(this::isNew).toList();
  }

  /** Looks and notes in one step. */
  boolean isNew(P page) {
    return seen.add(page);
  }

  Set<P> seen() {
    return seen;
  }
}
