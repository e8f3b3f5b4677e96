package lab.homework.ex02;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import lab.homework.Page;
import lab.homework.Web;

/** Wrong: it has a pool, but waits for each page before it asks for the next. */
final class WaitsForEachFetcher extends RightOrderedFetcher {

  @Override
  List<Page> collect(List<String> urls, Web web, ExecutorService pool) throws InterruptedException, ExecutionException {
    List<Page> pages = new ArrayList<>();
    for (String url : urls) {
      pages.add(pool.submit(() -> web.fetch(url)).get());
    }
    return pages;
  }
}
