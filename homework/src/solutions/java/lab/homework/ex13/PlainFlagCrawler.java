package lab.homework.ex13;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lab.homework.Web;

/** Wrong: one thread writes the flag and another reads it, with nothing between them that makes the one see what the other wrote. */
final class PlainFlagCrawler implements ResumableCrawler {
  private final Set<String> toDo = ConcurrentHashMap.newKeySet();
  private final Set<String> done = ConcurrentHashMap.newKeySet();
  private volatile Thread crawling;
  private boolean cancelled;

  @Override
  public Progress crawl(Progress from, Web web, int threads) throws IOException, InterruptedException {
    cancelled = false;
    done.addAll(from.done());
    toDo.addAll(from.toDo());
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    crawling = Thread.currentThread();
    try {
      crawl(new ExecutorCompletionService<>(pool), web);
    } catch (InterruptedException e) {
      if (!cancelled) {
        throw e;
      }
    } catch (ExecutionException e) {
      throw new IOException("a page can't be had", e.getCause());
    } finally {
      pool.shutdownNow();
    }
    return new Progress(Set.copyOf(done), Set.copyOf(toDo));
  }

  private void crawl(ExecutorCompletionService<String> pool, Web web) throws InterruptedException, ExecutionException {
    Set<String> out = new HashSet<>();
    while (!cancelled && !toDo.isEmpty()) {
      for (String url : toDo) {
        if (out.add(url)) {
          pool.submit(() -> visit(url, web));
        }
      }
      Future<String> next = pool.take();
      out.remove(next.get());
    }
  }

  private String visit(String url, Web web) throws IOException, InterruptedException {
    for (String link : cancelled ? Set.<String>of() : web.fetch(url).links()) {
      if (!done.contains(link)) {
        toDo.add(link);
      }
    }
    done.add(url);
    toDo.remove(url);
    return url;
  }

  @Override
  public void cancel() {
    cancelled = true;
    crawling.interrupt();
  }
}
