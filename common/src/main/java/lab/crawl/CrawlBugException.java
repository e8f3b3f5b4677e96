package lab.crawl;

/**
 * A bug showed itself on another thread or in another process than the one that asked for the crawl. Its cause, or for
 * another process its message, holds the stack trace of the place where it happened.
 */
public final class CrawlBugException extends RuntimeException {

  /** Wraps what another thread threw. */
  public CrawlBugException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Carries a stack trace that came from another process as text. */
  public CrawlBugException(String message) {
    super(message);
  }
}
