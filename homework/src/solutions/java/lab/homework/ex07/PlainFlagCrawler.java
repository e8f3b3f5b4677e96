package lab.homework.ex07;

import java.util.List;

/** Wrong: the workers change the flag inside the lock, but the caller reads it outside, over and over. */
final class PlainFlagCrawler extends RightEndingCrawler {
  private boolean over;

  @Override
  boolean isOver() {
    over |= super.isOver();
    return over;
  }

  @Override
  void awaitEnd(List<Thread> workers) throws InterruptedException {
    while (!over) {
      Thread.sleep(1);
    }
  }
}
