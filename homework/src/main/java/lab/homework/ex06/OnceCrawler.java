package lab.homework.ex06;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Visits all pages that can be reached from a seed, each one once, with several threads.
 *
 * @param <P> a page; it may be a key of any set or map
 */
public interface OnceCrawler<P> {

  /** Where the pages are. */
  @FunctionalInterface
  interface Site<P> {
    /** Fetches a page, and gives the pages that it links; the calling thread waits until they are there. */
    List<P> fetch(P page) throws IOException, InterruptedException;
  }

  /**
   * Crawls until no page is left.
   *
   * <p>For example: {@code /} links {@code /a} and {@code /b}, and both of these link {@code /c}. With two threads {@code /a} and
   * {@code /b} are fetched at the same time; both threads then find {@code /c}, and one of them has it fetched.
   *
   * @param seed where to begin
   * @param site where the pages are
   * @param threads how many pages are fetched at a time, or fewer when fewer are known; at least 1
   * @return all pages that can be reached, the seed included
   * @throws IOException if a page can't be had
   */
  Set<P> crawl(P seed, Site<P> site, int threads) throws IOException, InterruptedException;
}
