package lab.homework.ex13;

import java.io.IOException;
import lab.homework.Web;

/**
 * Exercise 13: a crawl that can be cancelled and resumed.
 *
 * <p>To think about first: at any moment a page is known and waiting, or in flight, or done. In which of these sets is it at the
 * moment when somebody cancels, and in which must it be saved? And who wakes the threads that wait for replies?
 */
public final class MyResumableCrawler implements ResumableCrawler {

  @Override
  public Progress crawl(Progress from, Web web, int threads) throws IOException, InterruptedException {
    // TODO exercise 13: crawl on from there until nothing is to do or cancel() is called, and return what is done and to do.
    throw new UnsupportedOperationException("exercise 13 is still to do");
  }

  @Override
  public void cancel() {
    throw new UnsupportedOperationException("exercise 13 is still to do");
  }
}
