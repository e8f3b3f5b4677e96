package lab.homework.ex01;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lab.homework.Page;
import lab.homework.Web;

/** A fixed pool; the futures are what it waits for. */
class RightPoolCrawler implements PoolCrawler {

  @Override
  public Prediction prediction() {
    return new Prediction(PoolCheck.SITE_CAPACITY, "what the site can't answer yet only waits there instead of here");
  }

  @Override
  public List<Page> crawl(List<String> urls, Web web, int width) throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads(width));
    try {
      List<Callable<Page>> fetches = urls.stream().<Callable<Page>>map(url -> () -> web.fetch(url)).toList();
      List<Page> pages = new ArrayList<>();
      for (Future<Page> fetch : pool.invokeAll(fetches)) {
        pages.add(fetch.get());
      }
      return pages;
    } catch (ExecutionException e) {
      throw new IOException("a page can't be had", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  /** How many threads the pool has. */
  int threads(int width) {
    return width;
  }
}
