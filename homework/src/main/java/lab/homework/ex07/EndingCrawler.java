package lab.homework.ex07;

import java.util.concurrent.ThreadFactory;
import lab.homework.Web;

/** Visits all pages that can be reached from a seed, each one once, and knows when there is nothing left to do. */
public interface EndingCrawler {

  /**
   * Crawls until no page is queued and none is being visited. When this returns, or throws, its worker threads have ended or are
   * about to end: none of them waits for anything any more.
   *
   * <p>For example: two workers. One is at {@code /}, and the other finds no page and waits. {@code /} links {@code /a}: the first takes it, and
   * the other waits on, because {@code /a} may link something, too. It doesn't; now nothing is left, and both end.
   *
   * @param seed URL where to begin
   * @param web where the pages are; a page that it has no answer for (IOException) is reported, and the crawl goes on
   * @param workers how many threads visit pages; at least 1
   * @param threads makes those threads: exactly that many, all started at the beginning; one that finds no page waits until there is one
   * @return what was visited, and what couldn't be
   * @throws IllegalStateException if a fetch throws a RuntimeException, which is its cause: that ends the crawl
   * @throws InterruptedException if the calling thread is interrupted while it waits for the end; the crawl ends then, too
   */
  CrawlReport crawl(String seed, Web web, int workers, ThreadFactory threads) throws InterruptedException;
}
