package lab.crawl;

/**
 * A crawl was ended by what is neither the network's fault nor the user's wish: a bug, a full disk, a full heap. The cause, or for
 * another process the message, holds the stack trace of the place where it happened; the message names the page; and what had been
 * visited by then is not lost.
 */
public final class CrawlBugException extends RuntimeException {
  private final transient CrawlResult partial;

  /**
   * Wraps what was thrown while a page was visited.
   *
   * @param partial what had been visited by then; not complete
   */
  public CrawlBugException(String message, Throwable cause, CrawlResult partial) {
    super(message, cause);
    this.partial = partial;
  }

  /** What had been visited by then; not complete. */
  public CrawlResult partial() {
    return partial;
  }
}
