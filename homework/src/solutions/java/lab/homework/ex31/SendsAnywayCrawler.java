package lab.homework.ex31;

/** Wrong: it sends all pages in turns, whether the thread is free or not, and the threads send theirs. */
final class SendsAnywayCrawler extends RightChannelCrawler {
  private int next;

  @Override
  void handOut() throws InterruptedException {
    free().clear();
    while (!waiting().isEmpty()) {
      urls().get(next++ % urls().size()).send(waiting().remove());
    }
  }

  @Override
  boolean isOver() {
    return false;
  }
}
