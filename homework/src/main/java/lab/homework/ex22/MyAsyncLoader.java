package lab.homework.ex22;

import java.util.concurrent.CompletableFuture;

/**
 * Exercise 22: put futures together.
 *
 * <p>To think about first: nobody may wait, so what is to happen later must be said now. What happens when the page is there
 * (thenCompose)? When all of its links are (allOf)? What does allOf do if one of them fails while others are still under way? Who ends
 * those? And what if the time is up before the page itself is there?
 */
public final class MyAsyncLoader implements AsyncLoader {

  @Override
  public CompletableFuture<Loaded> load(String url, AsyncWeb web, CompletableFuture<?> timeIsUp) {
    // TODO exercise 22: say what is to happen when, and return at once.
    throw new UnsupportedOperationException("exercise 22 is still to do");
  }
}
