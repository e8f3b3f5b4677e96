package lab.homework.ex31;

/** Wrong: a page is known when it has come back, and until then it is found again. */
final class KnownWhenBackCrawler extends RightChannelCrawler {

  @Override
  boolean isNew(String url) {
    return !visited().contains(url);
  }
}
