package lab.crawl.cluster;

import lab.crawl.Visited;

/**
 * A page that was handed out to a member. Whoever brings it back shows the claim's number; if the page was given to somebody else meanwhile it
 * has another one, and nothing is recorded.
 *
 * @param page the page's row
 * @param number of all claims of the crawl, from 1
 * @param host the host's row
 * @param attempts how often it was handed out, this time included, but for the times that were no fault of its own
 * @param refusals how often it was handed out and came back through no fault of its own
 */
record Claim(long page, String url, long number, int host, int attempts, int refusals) {

  /**
   * A page that is brought back.
   *
   * @param steps what it took, see {@link Steps}; empty unless the crawl is detailed
   */
  record Done(Claim claim, Visited visited, String steps) {}
}
