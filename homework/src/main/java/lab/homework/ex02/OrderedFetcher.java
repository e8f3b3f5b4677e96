package lab.homework.ex02;

import java.io.IOException;
import java.util.List;
import lab.homework.Page;
import lab.homework.Web;

/** Fetches a list of pages several at a time, and gives them back in the order of the list, whichever reply came first. */
public interface OrderedFetcher {

  /**
   * Fetches all pages.
   *
   * <p>For example: of {@code /a}, {@code /b} and {@code /c} with a width of 2, {@code /a} and {@code /b} are asked for at once.
   * {@code /b} comes first, and {@code /c} is asked for; the result is {@code /a}, {@code /b}, {@code /c} all the same.
   *
   * @param urls which; one that is there twice is twice in the result, too
   * @param web where they are
   * @param width how many pages are in flight at a time, until fewer are left; at least 1
   * @return as many pages as there are URLs: the first page is that of the first URL, and so on
   * @throws IOException if a page can't be had
   */
  List<Page> fetchAll(List<String> urls, Web web, int width) throws IOException, InterruptedException;
}
