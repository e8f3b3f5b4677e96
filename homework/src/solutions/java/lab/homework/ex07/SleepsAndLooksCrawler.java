package lab.homework.ex07;

import java.util.Optional;

/** Wrong: nobody has to tell it anything, because it looks every millisecond. */
final class SleepsAndLooksCrawler extends RightEndingCrawler {

  @Override
  Optional<String> next() throws InterruptedException {
    while (hasNothingYet()) {
      Thread.sleep(1);
    }
    return super.next();
  }

  private synchronized boolean hasNothingYet() {
    return isQueueEmpty() && !isOver();
  }
}
