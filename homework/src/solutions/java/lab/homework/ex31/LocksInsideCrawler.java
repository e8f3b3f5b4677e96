package lab.homework.ex31;

import java.util.HashSet;
import java.util.Set;

/** Wrong: all threads look into one set, and what locks it has no name. */
final class LocksInsideCrawler extends RightChannelCrawler {
  private final Set<String> known = new HashSet<>() {
    @Override
    public boolean add(String url) {
      synchronized (this) {
        return super.add(url);
      }
    }
  };

  @Override
  boolean isNew(String url) {
    return known.add(url);
  }
}
