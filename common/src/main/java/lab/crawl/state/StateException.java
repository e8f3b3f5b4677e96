package lab.crawl.state;

/** A state folder that this crawl can't use. The message is one line that says why, and what to do. */
public final class StateException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StateException(String message) {
    super(message);
  }
}
