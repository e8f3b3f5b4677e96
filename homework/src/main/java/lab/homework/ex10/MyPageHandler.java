package lab.homework.ex10;

import lab.homework.Page;

/**
 * Exercise 10: don't block the loop.
 *
 * <p>To think about first: the stage takes long, and whoever calls it waits for it. So the loop's thread may neither call it nor
 * wait for whoever does. How does the result come back to the loop, if the loop doesn't wait for it? On which thread does each line
 * of your code run? And where does an exception go that is thrown on a thread to which nobody listens?
 */
public final class MyPageHandler implements PageHandler {

  @Override
  public void handle(Page page, Stage stage, EventLoop loop, Results results) {
    // TODO exercise 10: have the stage process the page on another thread, and record the result on the loop; see close, too.
    throw new UnsupportedOperationException("exercise 10 is still to do");
  }

  @Override
  public void close() {
    // There are no threads yet.
  }
}
