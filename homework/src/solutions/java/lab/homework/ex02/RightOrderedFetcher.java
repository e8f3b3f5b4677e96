package lab.homework.ex02;

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

/** The futures are in the order of the URLs, and so are the pages that they are asked for one after another. */
class RightOrderedFetcher implements OrderedFetcher {

  @Override
  public List<Page> fetchAll(List<String> urls, Web web, int width) throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads(urls, width));
    try {
      return collect(urls, web, pool);
    } catch (ExecutionException e) {
      throw new IOException("a page can't be had", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  List<Page> collect(List<String> urls, Web web, ExecutorService pool) throws InterruptedException, ExecutionException {
    List<Callable<Page>> fetches = urls.stream().<Callable<Page>>map(url -> () -> web.fetch(url)).toList();
    List<Page> pages = new ArrayList<>();
    for (Future<Page> fetch : pool.invokeAll(fetches)) {
      pages.add(fetch.get());
    }
    return pages;
  }

  int threads(List<String> urls, int width) {
    return width;
  }
}
