package lab.homework.ex08;

import java.util.List;
import java.util.Map;
import lab.homework.Page;

/**
 * Exercise 8: at most so many per host.
 *
 * <p>To think about first: a pool of 4 threads, at most 2 pages of a host at a time, and the first 100 addresses are all of the
 * same slow host. Which threads wait for what, and who is left for the other hosts? So should a thread wait for its host's turn,
 * or should a page that may not be fetched yet wait without a thread? And who notices that a page is through, even if it failed?
 */
public final class MyPoliteFetcher<H> implements PoliteFetcher<H> {

  @Override
  public Map<Address<H>, Page> fetchAll(List<Address<H>> addresses, Site<H> site, int perHost, int width)
      throws InterruptedException {
    // TODO exercise 8: fetch all pages, at most `perHost` of a host and `width` in all at a time; no host holds up another.
    throw new UnsupportedOperationException("exercise 8 is still to do");
  }
}
