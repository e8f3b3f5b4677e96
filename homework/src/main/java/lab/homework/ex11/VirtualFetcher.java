package lab.homework.ex11;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import lab.homework.Page;
import lab.homework.Web;

/** Fetches many pages, each on a virtual thread of its own, and never too many at a time. */
public interface VirtualFetcher {

  /**
   * What came of all fetches; each URL is in exactly one of the two.
   *
   * @param pages by their URL
   * @param failures of the pages that can't be had, by their URL
   */
  record Fetched(Map<String, Page> pages, Map<String, IOException> failures) {}

  /**
   * Fetches all pages, each one once. Returns when every fetch has ended; one that fails disturbs no other.
   *
   * <p>For example: of {@code /a}, {@code /b} and {@code /c} with a width of 2 all three have a thread from the beginning, but one of the
   * threads waits until another has its page, or has failed.
   *
   * @param urls of the pages, all different
   * @param web where the pages are; its {@code fetch} is called on virtual threads only, a new one for each page
   * @param width how many fetches may be in flight at a time, and are while so many pages are left; at least 1
   * @throws InterruptedException if the calling thread is interrupted while it waits: at once, and the fetches are interrupted as well
   */
  Fetched fetchAll(List<String> urls, Web web, int width) throws InterruptedException;
}
