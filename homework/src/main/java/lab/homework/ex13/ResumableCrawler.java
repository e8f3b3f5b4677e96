package lab.homework.ex13;

import java.io.IOException;
import java.util.Set;
import lab.homework.Web;

/**
 * Visits all pages that can be reached, may be cancelled in the middle, and goes on later where it was.
 *
 * <p>One crawl at a time; when that has ended, cancelled or not, the same crawler may begin the next.
 */
public interface ResumableCrawler {

  /**
   * How far a crawl has come: the URLs that it knows, each in one of two sets.
   *
   * @param done pages that were fetched, and whose links are in one of the sets
   * @param toDo pages that are known, but not fetched
   */
  record Progress(Set<String> done, Set<String> toDo) {

    /** Where a crawl begins that knows one page. */
    public static Progress seed(String url) {
      return new Progress(Set.of(), Set.of(url));
    }
  }

  /**
   * Crawls until nothing is to do, or until it is cancelled.
   *
   * <p>A page that is in flight when the crawl is cancelled is to do again: its fetch is interrupted, and nobody waits for its
   * reply. So over a cancelled crawl and the next one such a page may be fetched twice; any other is fetched once.
   *
   * <p>For example: {@code /} links {@code /a}, {@code /b} and {@code /c}. The crawl is cancelled when {@code /} is done, {@code /a} and
   * {@code /b} are in flight and {@code /c} waits: then {@code /} is done, and the other three are to do.
   *
   * @param from how far it has come already: what is done there is not fetched again; is not changed
   * @param web where the pages are
   * @param threads how many pages are in flight at a time, or fewer when fewer are to do; at least 1
   * @return how far it has come, {@code from} included; nothing is to do there unless it was cancelled
   * @throws IOException if a page can't be had
   */
  Progress crawl(Progress from, Web web, int threads) throws IOException, InterruptedException;

  /** Cancels the crawl that is running: no more fetches begin. Any thread may call it; it waits for nothing. */
  void cancel();
}
