package lab.lecture.scheduler;

import java.util.Set;

/**
 * The same, right: whoever looks and notes holds one lock, that of what all share.
 *
 * @param seen what any worker has discovered
 */
record RightLock(Set<String> seen, Server server) implements Runnable {
  @Override
  public void run() {
    if (isNew("/leaf")) {
      server.get("/leaf");
    }
  }

  private boolean isNew(String url) {
    synchronized (seen) {
      if (seen.contains(url)) {
        return false;
      }
      seen.add(url);
      return true;
    }
  }
}
