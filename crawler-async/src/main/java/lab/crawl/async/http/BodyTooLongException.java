package lab.crawl.async.http;

import java.io.IOException;

/** A body is longer than the plan allows. */
final class BodyTooLongException extends IOException {

  /** More than so many bytes. */
  BodyTooLongException(int maxBodyBytes) {
    super("body longer than " + maxBodyBytes + " bytes");
  }
}
