package lab.homework.ex16;

import java.io.IOException;
import java.util.List;
import lab.homework.Page;
import lab.homework.Web;

/**
 * Exercise 16: structured concurrency.
 *
 * <p>To think about first: an executor knows nothing of how its tasks belong together. If one of four fails, who tells the other
 * three, and who makes sure that they have ended before your method has? A block of code has one way in and one way out;
 * {@link java.util.concurrent.StructuredTaskScope} (a preview in Java 25) gives that to threads: open, fork, join, close. Which
 * {@code Joiner} says "all or nothing", and which says "the first that succeeds"? What does {@code join} throw, and what is
 * inside it?
 */
public final class MyPageLoader implements PageLoader {

  // TODO exercise 16: load all or nothing, and take the first mirror that answers; no fetch outlives either method.

  @Override
  public WholePage load(String page, List<String> parts, Web web) throws IOException, InterruptedException {
    throw new UnsupportedOperationException("exercise 16 is still to do");
  }

  @Override
  public Page first(List<String> mirrors, Web web) throws IOException, InterruptedException {
    throw new UnsupportedOperationException("exercise 16 is still to do");
  }
}
