package lab.homework.ex31;

/** Wrong: when no page waits it is over, though some are being fetched. */
final class NothingWaitsCrawler extends RightChannelCrawler {
  private boolean begun;

  @Override
  boolean isOver() {
    boolean wasBegun = begun;
    begun = true;
    return wasBegun && waiting().isEmpty();
  }
}
