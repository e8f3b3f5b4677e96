package lab.homework.ex03;

import java.util.List;
import lab.homework.Page;
import lab.homework.Web;

/** Fetches what can be had of a list of pages, and names what can't. */
public interface ResilientFetcher {

  /**
   * A page that can't be had.
   *
   * @param url which
   * @param reason the message of the {@link java.io.IOException} that {@link Web#fetch} threw for it
   */
  record Failure(String url, String reason) {}

  /**
   * What became of the pages: each URL is either that of a page or that of a failure.
   *
   * @param pages those that could be had, in any order
   * @param failures the others, in any order
   */
  record Report(List<Page> pages, List<Failure> failures) {}

  /**
   * Fetches all pages. Only an {@link java.io.IOException} makes a page one that can't be had. Whatever else comes out of
   * {@link Web#fetch} is a bug of the program, and nothing to report as a page.
   *
   * <p>For example: {@code /a} comes, and for {@code /b} fetch throws an IOException that says "404 Not Found": the report has the page
   * {@code /a}, and the failure {@code /b} with that reason. If fetch throws an IllegalArgumentException for {@code /c}, there is no report.
   *
   * @param urls which; all different
   * @param web where they are
   * @param width how many pages are in flight at a time, until fewer are left; at least 1
   * @return what became of each
   * @throws RuntimeException if a fetch threw one: that one, or another with that one among its causes
   * @throws InterruptedException if the calling thread is interrupted: at once, without waiting for any more replies; the
   *     threads that fetch are interrupted as well
   */
  Report fetchAll(List<String> urls, Web web, int width) throws InterruptedException;
}
