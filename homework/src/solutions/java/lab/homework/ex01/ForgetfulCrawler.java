package lab.homework.ex01;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lab.homework.Page;
import lab.homework.Web;

/** Wrong: it takes shutdown() for something that waits. */
final class ForgetfulCrawler extends RightPoolCrawler {

  @Override
  public List<Page> crawl(List<String> urls, Web web, int width) {
    ExecutorService pool = Executors.newFixedThreadPool(width);
    List<Page> pages = Collections.synchronizedList(new ArrayList<>());
    for (String url : urls) {
      pool.submit(() -> pages.add(web.fetch(url)));
    }
    pool.shutdown();
    return pages;
  }
}
