package lab.homework;

import java.io.IOException;

/** Where the exercises' pages come from. Safe for use by many threads. */
public interface Web {

  /**
   * Fetches a page; the calling thread waits until it is there.
   *
   * @throws IOException if the page can't be had
   * @throws InterruptedException if the calling thread is interrupted while it waits
   */
  Page fetch(String url) throws IOException, InterruptedException;
}
