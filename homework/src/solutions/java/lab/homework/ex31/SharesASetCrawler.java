package lab.homework.ex31;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Wrong: all threads look into one set, which is safe, and which no channel is needed for. */
final class SharesASetCrawler extends RightChannelCrawler {
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  @Override
  boolean isNew(String url) {
    return known.add(url);
  }
}
