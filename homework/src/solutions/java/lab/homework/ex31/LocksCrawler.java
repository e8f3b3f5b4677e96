package lab.homework.ex31;

/** Wrong here: a lock keeps others away from what no other ever touches. */
final class LocksCrawler extends RightChannelCrawler {

  @Override
  synchronized boolean isNew(String url) {
    return super.isNew(url);
  }
}
