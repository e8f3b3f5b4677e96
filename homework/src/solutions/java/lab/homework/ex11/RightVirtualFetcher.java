package lab.homework.ex11;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lab.homework.Page;
import lab.homework.Web;

/** A thread for each page, and a permit for each that may fetch. */
class RightVirtualFetcher implements VirtualFetcher {

  @Override
  public Fetched fetchAll(List<String> urls, Web web, int width) throws InterruptedException {
    Fetched fetched = new Fetched(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    Semaphore permits = new Semaphore(width);
    ExecutorService threads = threads(width);
    try {
      for (String url : urls) {
        threads.execute(() -> fetch(url, web, permits, fetched));
      }
      awaitAll(threads);
    } finally {
      threads.shutdownNow();
    }
    return new Fetched(Map.copyOf(fetched.pages()), Map.copyOf(fetched.failures()));
  }

  /** Waits for all threads to end. */
  void awaitAll(ExecutorService threads) throws InterruptedException {
    threads.shutdown();
    threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
  }

  /** What the fetches run on. */
  ExecutorService threads(int width) {
    return Executors.newVirtualThreadPerTaskExecutor();
  }

  private void fetch(String url, Web web, Semaphore permits, Fetched fetched) {
    try {
      fetched.pages().put(url, fetchInTurn(url, web, permits));
    } catch (IOException e) {
      fetched.failures().put(url, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Fetches a page while it holds a permit. */
  Page fetchInTurn(String url, Web web, Semaphore permits) throws IOException, InterruptedException {
    permits.acquire();
    try {
      return web.fetch(url);
    } finally {
      permits.release();
    }
  }
}
