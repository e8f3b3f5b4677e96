package lab.homework.ex16;

import java.io.IOException;
import java.util.List;
import lab.homework.Page;
import lab.homework.Web;

/**
 * Loads what needs several fetches at the same time. The fetches of a call belong together: when it returns or throws, each of
 * them has ended, and none is left running.
 */
public interface PageLoader {

  /**
   * A page, and all that is shown on it.
   *
   * @param parts in the order in which they were asked for
   */
  record WholePage(Page page, List<Page> parts) {}

  /**
   * Fetches a page and its parts, all of them at the same time: all or nothing. As soon as one fetch fails the others, which
   * are of no use then, are interrupted.
   *
   * @param page the URL of the page
   * @param parts the URLs of its parts, such as images; may be empty
   * @param web where both are
   * @throws IOException what the fetch threw that failed first
   * @throws InterruptedException if the calling thread is interrupted while it waits
   */
  WholePage load(String page, List<String> parts, Web web) throws IOException, InterruptedException;

  /**
   * Asks all mirrors of a page at the same time, and takes the first answer. As soon as it is there the other fetches are
   * interrupted. A mirror that fails is out of the race, and that is all.
   *
   * @param mirrors the URLs of the same page on several servers; at least one
   * @param web where they are
   * @return the page that came first
   * @throws IOException what one of the fetches threw, if all of them fail
   * @throws InterruptedException if the calling thread is interrupted while it waits
   */
  Page first(List<String> mirrors, Web web) throws IOException, InterruptedException;
}
