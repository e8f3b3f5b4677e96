package lab.homework.ex31;

/** Wrong: a page is sent only when all threads are free. */
final class OneByOneCrawler extends RightChannelCrawler {

  @Override
  void handOut() throws InterruptedException {
    if (!waiting().isEmpty() && free().size() == urls().size()) {
      urls().get(free().remove()).send(waiting().remove());
    }
  }
}
