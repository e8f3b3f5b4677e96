package lab.homework.ex05;

import java.io.IOException;
import java.net.URI;

/**
 * Exercise 5: retry with backoff.
 *
 * <p>To think about first: a server says 503, "too busy just now". What happens to it if a thousand clients ask again at once,
 * and what if each of them waits longer every time? For which replies is it no use to ask again at all? And three attempts: how
 * many requests are these, and how many pauses?
 */
public final class MyRetryingClient implements RetryingClient {

  @Override
  public Reply get(URI url, Backoff backoff, Http http, Sleeper sleeper) throws IOException, InterruptedException {
    // TODO exercise 5: ask; if the reply may pass and attempts are left, pause and ask again.
    throw new UnsupportedOperationException("exercise 5 is still to do");
  }
}
