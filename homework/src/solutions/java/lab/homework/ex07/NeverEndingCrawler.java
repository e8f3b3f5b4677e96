package lab.homework.ex07;

/** Wrong: whoever finds the queue empty waits for the next page, even if there will never be one. */
final class NeverEndingCrawler extends RightEndingCrawler {

  @Override
  boolean isOver() {
    return false;
  }
}
