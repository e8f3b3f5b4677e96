package lab.homework.ex02;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import lab.homework.Page;
import lab.homework.Web;

/** Wrong: it looks for a page's place by its URL, and so a URL that is there twice has only one place. */
final class PlaceByUrlFetcher extends RightOrderedFetcher {

  @Override
  List<Page> collect(List<String> urls, Web web, ExecutorService pool) throws InterruptedException, ExecutionException {
    Page[] places = new Page[urls.size()];
    for (Page page : super.collect(urls, web, pool)) {
      places[urls.indexOf(page.url())] = page;
    }
    return Arrays.asList(places);
  }
}
