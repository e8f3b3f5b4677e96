package lab.homework.ex31;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Wrong: all threads look into one set, which the library locks. */
final class SharesALockedSetCrawler extends RightChannelCrawler {
  private final Set<String> known = Collections.synchronizedSet(new HashSet<>());

  @Override
  boolean isNew(String url) {
    return known.add(url);
  }
}
