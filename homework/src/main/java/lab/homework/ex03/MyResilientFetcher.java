package lab.homework.ex03;

import java.util.List;
import lab.homework.Web;

/**
 * Exercise 3: fetch a list of pages, some of which can't be had.
 *
 * <p>To think about first: the exception is thrown on a thread of the pool, and you wait on another one. How does it get across,
 * and in what wrapping? And which exceptions tell something about the page, which about the program?
 */
public final class MyResilientFetcher implements ResilientFetcher {

  @Override
  public Report fetchAll(List<String> urls, Web web, int width) throws InterruptedException {
    // TODO exercise 3: fetch all URLs, `width` at a time, and report pages and failures; let a bug and an interrupt out.
    throw new UnsupportedOperationException("exercise 3 is still to do");
  }
}
