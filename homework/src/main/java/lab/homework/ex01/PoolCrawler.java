package lab.homework.ex01;

import java.io.IOException;
import java.util.List;
import lab.homework.Page;
import lab.homework.Web;

/**
 * Fetches a list of pages with a pool of threads, and says beforehand how many of them will be worth while.
 *
 * <p>The check sweeps the width of the pool, on a site of which you are told this: it has 3 processors; each request keeps one of them
 * busy for 5 ms, and waits for a disk for another 15 ms, which serves any number of requests at a time.
 */
public interface PoolCrawler {
  /** From which width on more threads don't help with that site. Made before the sweep. */
  Prediction prediction();

  /**
   * Fetches each URL once, with a pool of exactly {@code width} threads. A thread that has its page takes the next one at once, so
   * all of them are busy until fewer pages than threads are left.
   *
   * <p>For example: {@code crawl(List.of("/a", "/b", "/c"), web, 2)} begins with two of the pages; whichever thread is done first takes
   * the third; and when all three are there, they are returned.
   *
   * @param urls which; all different
   * @param web where they are
   * @param width how many threads; from 1 to the number of URLs
   * @return all pages, in any order; none comes later
   * @throws IOException if a page can't be had
   */
  List<Page> crawl(List<String> urls, Web web, int width) throws IOException, InterruptedException;
}
