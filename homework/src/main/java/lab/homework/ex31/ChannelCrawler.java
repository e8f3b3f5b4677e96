package lab.homework.ex31;

import java.util.Set;
import java.util.concurrent.ThreadFactory;
import lab.homework.Web;
import lab.homework.ex25.Channels;

/** Visits all pages that can be reached from a seed, each one once, with threads that share nothing but channels. */
@FunctionalInterface
public interface ChannelCrawler {

  /**
   * Crawls until no page is left. Threads hand values to one another through channels, and touch nothing else together: no lock, no map
   * made for threads, no future. When this returns, or throws, its threads have ended or are about to.
   *
   * <p>For example, with a width of 2: {@code /} links {@code /a} and {@code /b}, and both of these link {@code /c}. One thread is sent
   * {@code /}, and sends back what it links. Now both are sent a page, and fetch at the same time. Whichever is through first finds {@code
   * /c}, and is sent that; what the other sends back is known already. When both are idle and no page waits, nothing can come any more.
   *
   * @param seed URL where to begin
   * @param web where the pages are; one that can't be had (IOException) is left out, and the crawl goes on
   * @param width how many pages are fetched at a time, or fewer when fewer are known; at least 1
   * @param channels makes channels; they have no room, so whoever sends waits until somebody receives
   * @param threads makes threads that fetch, as many as the crawl is wide, which aren't started yet; besides the caller's no others are
   *     used
   * @return all pages that could be had, the seed included
   * @throws IllegalStateException if a fetch throws a RuntimeException, which is its cause: that ends the crawl
   * @throws InterruptedException if the calling thread is interrupted while it waits; the crawl ends then, too
   */
  Set<String> crawl(String seed, Web web, int width, Channels channels, ThreadFactory threads) throws InterruptedException;
}
