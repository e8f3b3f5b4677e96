package lab.homework.ex07;

import java.util.List;

/** Wrong: the caller knows that there is nothing left, and goes; nobody tells the workers, which wait for a page. */
final class LeavesWorkersCrawler extends RightEndingCrawler {

  @Override
  boolean isOver() {
    return false;
  }

  @Override
  synchronized void awaitEnd(List<Thread> workers) throws InterruptedException {
    while (!isNothingLeft()) {
      wait();
    }
  }
}
