package lab.lecture.scheduler;

import java.util.Set;

/**
 * A worker whose page links {@code /leaf}, as another worker's page does. It is to be fetched once.
 *
 * <p><strong>Wrong on purpose:</strong> the set is safe for use by many threads, but two calls of it are not one call.
 *
 * @param seen what any worker has discovered, thread-safe
 */
record CheckThenAct(Set<String> seen, Server server) implements Runnable {
  @Override
  public void run() {
    if (isNew("/leaf")) {
      server.get("/leaf");
    }
  }

  private boolean isNew(String url) {
    if (seen.contains(url)) {
      return false;
    }
    seen.add(url);
    return true;
  }
}
