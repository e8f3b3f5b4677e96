package lab.homework.ex08;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import lab.homework.Page;

/**
 * Fetches pages of several hosts at a time, and doesn't ask too much of any of them.
 *
 * @param <H> a host; it may be a key of any set or map
 */
public interface PoliteFetcher<H> {

  /**
   * Where a page is.
   *
   * @param host which host has it
   * @param path which of the host's pages it is
   */
  record Address<H>(H host, String path) {}

  /** The hosts, all of them. */
  @FunctionalInterface
  interface Site<H> {
    /**
     * Fetches a page; the calling thread waits until it is there.
     *
     * @throws IOException if the page can't be had
     */
    Page fetch(Address<H> address) throws IOException, InterruptedException;
  }

  /**
   * Fetches pages, each once, and returns when all are through. A page is in flight while some thread is in {@link Site#fetch}
   * for it. While pages wait to be fetched, there are always as many in flight as both limits allow.
   *
   * <p>For example: of 10 pages of a slow host and then 3 of a quick one, with {@code perHost} 2 and {@code width} 4, two of the slow host
   * and two of the quick one are in flight at first. When a quick page is there, the third quick one takes its place, though eight slow
   * ones have waited for longer.
   *
   * @param addresses of the pages, no two of them equal, to be fetched in any order; the list must not be changed
   * @param site where the pages are
   * @param perHost the most pages of one host that may be in flight at a time; at least 1
   * @param width the most pages in all that may be in flight at a time; at least 1. As long as it is more than perHost, one slow
   *     host doesn't keep the pages of others from being fetched
   * @return the pages that could be had; those that failed (IOException) are left out
   * @throws InterruptedException if the calling thread is interrupted while it waits: at once, and the fetches are interrupted as well
   */
  Map<Address<H>, Page> fetchAll(List<Address<H>> addresses, Site<H> site, int perHost, int width) throws InterruptedException;
}
