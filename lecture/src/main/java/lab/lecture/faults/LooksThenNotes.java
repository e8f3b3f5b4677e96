package lab.lecture.faults;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** <strong>Wrong on purpose:</strong> each call of the set is safe, but two calls are not one. */
final class LooksThenNotes implements Parts.Seen {
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  @Override
  public boolean isNew(String url) {
    if (seen.contains(url)) {
      return false;
    }
    seen.add(url);
    return true;
  }
}
