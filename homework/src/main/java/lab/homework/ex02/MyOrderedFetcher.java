package lab.homework.ex02;

import java.io.IOException;
import java.util.List;
import lab.homework.Page;
import lab.homework.Web;

/**
 * Exercise 2: fetch pages several at a time, and return them in the order in which they were asked for.
 *
 * <p>To think about first: the third reply may come before the first. What could you hold in your hand for a page that isn't
 * there yet, so that it has its place in the list already?
 */
public final class MyOrderedFetcher implements OrderedFetcher {

  @Override
  public List<Page> fetchAll(List<String> urls, Web web, int width) throws IOException, InterruptedException {
    // TODO exercise 2: fetch all URLs, `width` at a time, and return their pages in the order of `urls`.
    throw new UnsupportedOperationException("exercise 2 is still to do");
  }
}
