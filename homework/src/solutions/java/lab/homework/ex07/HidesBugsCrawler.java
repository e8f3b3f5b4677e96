package lab.homework.ex07;

/** Wrong: takes whatever a fetch throws for a page that can't be had. */
final class HidesBugsCrawler extends RightEndingCrawler {

  @Override
  synchronized void broken(String url, RuntimeException e) {
    failed(url);
  }
}
