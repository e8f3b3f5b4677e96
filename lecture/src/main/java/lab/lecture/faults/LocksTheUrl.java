package lab.lecture.faults;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashSet;
import java.util.Set;

/** <strong>Wrong on purpose:</strong> locks the text of the URL, and two threads that found the same link have a text each. */
final class LocksTheUrl implements Parts.Seen {
  @GuardedBy("this")
  private final Set<String> seen = new HashSet<>();

  @Override
  public boolean isNew(String url) {
    synchronized (url) {
      return seen.add(url);
    }
  }
}
