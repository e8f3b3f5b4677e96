package lab.homework.ex27;

import java.util.concurrent.ForkJoinPool;

/**
 * Exercise 27: fork and join.
 *
 * <p>To think about first: a page's task makes one for each page that it links, and needs their sums. If it waits for them, what does its
 * thread do meanwhile? And if all threads of a pool wait like that, who does the work? What does join() of a ForkJoinTask do that get() of
 * another future doesn't? And what if you fork a task and join it before you fork the next?
 */
public final class MyLinkCounter implements LinkCounter {

  @Override
  public long count(String root, Links links, ForkJoinPool pool) {
    // TODO exercise 27: a RecursiveTask for each page.
    throw new UnsupportedOperationException("exercise 27 is still to do");
  }
}
