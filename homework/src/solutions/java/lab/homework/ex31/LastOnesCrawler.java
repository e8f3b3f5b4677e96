package lab.homework.ex31;

/** Wrong: when no page waits it takes in those that are being fetched, and doesn't mind what they link. */
final class LastOnesCrawler extends RightChannelCrawler {
  private boolean begun;
  private boolean last;

  @Override
  boolean isOver() {
    last |= begun && waiting().isEmpty();
    begun = true;
    return last && free().size() == urls().size();
  }

  @Override
  void handOut() throws InterruptedException {
    if (!last) {
      super.handOut();
    }
  }
}
