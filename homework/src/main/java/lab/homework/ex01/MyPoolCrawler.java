package lab.homework.ex01;

import java.io.IOException;
import java.util.List;
import lab.homework.Page;
import lab.homework.Web;

/**
 * Exercise 1: predict from which width on a wider pool does not help, then write the crawl and let the check sweep it.
 *
 * <p>To think about first: how many requests a second can the site do at most, and which of its parts says so? How many are in flight
 * then, if each takes 20 ms (Little's law)? Send twice as many: where do those wait that are not answered yet, and what for? Write your
 * prediction into prediction.properties before you write any code.
 */
public final class MyPoolCrawler implements PoolCrawler {

  @Override
  public Prediction prediction() {
    return Prediction.read();
  }

  @Override
  public List<Page> crawl(List<String> urls, Web web, int width) throws IOException, InterruptedException {
    // TODO exercise 1: fill in prediction.properties; then fetch all URLs with a pool of `width` threads, and wait for all pages.
    throw new UnsupportedOperationException("exercise 1 is still to do");
  }
}
