package lab.homework.ex02;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import lab.homework.Page;
import lab.homework.Web;

/** Wrong: it takes the pages as they come. */
final class AsTheyComeFetcher extends RightOrderedFetcher {

  @Override
  List<Page> collect(List<String> urls, Web web, ExecutorService pool) throws InterruptedException, ExecutionException {
    CompletionService<Page> fetches = new ExecutorCompletionService<>(pool);
    for (String url : urls) {
      fetches.submit(() -> web.fetch(url));
    }
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < urls.size(); i++) {
      pages.add(fetches.take().get());
    }
    return pages;
  }
}
