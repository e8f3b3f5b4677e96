package lab.homework.ex07;

/** Wrong: a worker that finds the queue empty goes home, though another may be about to fill it. */
final class EmptyIsTheEndCrawler extends RightEndingCrawler {

  @Override
  boolean isNothingLeft() {
    return isQueueEmpty();
  }
}
