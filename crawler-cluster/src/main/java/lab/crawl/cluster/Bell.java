package lab.crawl.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.IntConsumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Rings when a transaction of a crawl was committed, whoever's it was. A thread of its own listens on a connection of its own. While the store
 * is away nothing rings: so nobody waits for the bell alone.
 */
final class Bell implements AutoCloseable {
  private static final long PAUSE_MILLIS = 500;
  private static final String CHANNEL = "crawl_";

  /** Rings, in a statement that has the crawl's row: a round trip less than {@link #ring}. */
  static final String RING = "pg_notify('" + CHANNEL + "' || id, '')";

  private final StoreAddress store;
  private final int crawl;
  private final IntConsumer whenRung;
  private final Thread thread;
  private volatile Connection connection;
  private volatile boolean closed;

  private Bell(StoreAddress store, int crawl, IntConsumer whenRung) {
    this.store = store;
    this.crawl = crawl;
    this.whenRung = whenRung;
    this.thread = Thread.ofPlatform().daemon().name("crawler-bell").unstarted(this::listen);
  }

  /**
   * Begins to listen.
   *
   * @param whenRung is called by the bell's own thread, so it must be quick; told whose session rang, by its number on the server, or 0 if
   *     nobody knows
   */
  static Bell of(StoreAddress store, int crawl, IntConsumer whenRung) {
    Bell bell = new Bell(store, crawl, whenRung);
    bell.thread.start();
    return bell;
  }

  /** Will ring when the transaction is committed. */
  static void ring(Sql sql, int crawl) throws SQLException {
    sql.query(row -> "", "SELECT " + RING + " FROM crawl WHERE id = ?", crawl);
  }

  private void listen() {
    while (!closed) {
      try (Connection listening = store.connect(); Statement statement = listening.createStatement()) {
        connection = listening;
        statement.execute("LISTEN " + CHANNEL + crawl);
        // Something may have happened before anybody listened.
        whenRung.accept(0);
        while (!closed) {
          for (PGNotification notification : listening.unwrap(PGConnection.class).getNotifications(0)) {
            whenRung.accept(notification.getPID());
          }
        }
      } catch (SQLException e) {
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(closed ? 0 : PAUSE_MILLIS);
    } catch (InterruptedException e) {
      // It was closed.
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    Connection listening = connection;
    try {
      if (listening != null) {
        listening.abort(Runnable::run);
      }
    } catch (SQLException e) {
      // It was cut already.
    }
  }
}
