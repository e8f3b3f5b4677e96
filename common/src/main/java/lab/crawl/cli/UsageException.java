package lab.crawl.cli;

/** An option is wrong, or options contradict each other: the user's to mend, and no bug. */
public final class UsageException extends RuntimeException {

  /** Says in one line which option is wrong and what it may be. */
  public UsageException(String message) {
    super(message);
  }
}
