package lab.homework.ex11;

import java.util.List;
import lab.homework.Web;

/**
 * Exercise 11: virtual threads with a width limit.
 *
 * <p>To think about first: a pool limits how many fetches are in flight because it has only so many threads. Virtual threads cost
 * next to nothing, so each page may have one of its own, and ten thousand of them are no harm to you; but the site still wants no
 * more than {@code width} requests at a time. What counts them, if not the threads? And what becomes of the count when a fetch
 * throws?
 */
public final class MyVirtualFetcher implements VirtualFetcher {

  @Override
  public Fetched fetchAll(List<String> urls, Web web, int width) throws InterruptedException {
    // TODO exercise 11: start a virtual thread for each URL, let at most `width` of them fetch at a time, and wait for all.
    throw new UnsupportedOperationException("exercise 11 is still to do");
  }
}
