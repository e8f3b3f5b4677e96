package lab.crawl;

import java.io.IOException;

/** A body is longer than the plan allows. */
public final class BodyTooLongException extends IOException {

  /** More than so many bytes. */
  public BodyTooLongException(long maxBodyBytes) {
    super("body longer than " + maxBodyBytes + " bytes");
  }
}
