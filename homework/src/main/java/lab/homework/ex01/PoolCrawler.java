package lab.homework.ex01;

import java.io.IOException;
import java.util.List;
import lab.homework.Page;
import lab.homework.Web;

/**
 * Fetches a list of pages with a pool of threads, and says beforehand how many of them will be worth while.
 *
 * <p>The check sweeps the width of the pool, on a site that answers at most {@value #SITE_CAPACITY} requests at a time. Each
 * answer takes it one tick; who comes when it is busy waits for the next tick.
 */
public interface PoolCrawler {
  /** How many requests the site answers at a time. */
  int SITE_CAPACITY = 12;

  /** From which width on more threads will not help with that site. Made before the sweep. */
  Prediction prediction();

  /**
   * Fetches each URL once, with a pool of exactly so many threads. As long as so many pages are left, so many requests are in
   * flight: whichever thread has its page takes the next one.
   *
   * @param urls which; all different
   * @param web where they are
   * @param width how many threads; from 1 to the number of URLs
   * @return all pages, in any order; none comes later
   * @throws IOException if a page can't be had
   */
  List<Page> crawl(List<String> urls, Web web, int width) throws IOException, InterruptedException;
}
