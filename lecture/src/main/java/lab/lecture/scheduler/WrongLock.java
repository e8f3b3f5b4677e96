package lab.lecture.scheduler;

import java.util.Set;

/**
 * The same with a lock.
 *
 * <p><strong>Wrong on purpose:</strong> each worker locks itself, and nobody else ever asks for that lock.
 *
 * @param seen what any worker has discovered, thread-safe
 */
record WrongLock(Set<String> seen, Server server) implements Runnable {
  @Override
  public void run() {
    if (isNew("/leaf")) {
      server.get("/leaf");
    }
  }

  private boolean isNew(String url) {
    synchronized (this) {
      if (seen.contains(url)) {
        return false;
      }
      seen.add(url);
      return true;
    }
  }
}
