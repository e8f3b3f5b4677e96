package lab.crawl.async.http;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** The idle connections of all origins together, the one that has been idle longest first: a crawl of many hosts keeps a few of them. */
final class IdleConnections {
  private final int most;
  private final Set<Connection> idle = new LinkedHashSet<>();

  /** So many are kept at most. */
  IdleConnections(int most) {
    this.most = most;
  }

  /** One more is idle. If these are too many, another one is closed. */
  void add(Connection connection) {
    idle.add(connection);
    if (idle.size() > most) {
      Iterator<Connection> oldest = idle.iterator();
      oldest.next().close();
      oldest.remove();
    }
  }

  /** It is in use again, or closed. */
  void remove(Connection connection) {
    idle.remove(connection);
  }
}
