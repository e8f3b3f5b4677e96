package lab.crawl.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import lab.crawl.cli.UsageException;
import org.postgresql.PGConnection;

/**
 * A connection to the store that is made anew when it is lost. Belongs to one thread; only {@link #close} may come from another, and ends
 * whatever waits.
 */
final class Session implements AutoCloseable {
  /** A store that was stopped, or moves to another machine, is waited for so long, from when that is noticed. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final StoreAddress store;
  private Connection connection;
  private int connections;
  private volatile int number;
  private volatile boolean closed;

  /** What is done within one transaction: all of it or nothing, and again if the store failed meanwhile. */
  @FunctionalInterface
  interface Transaction<T> {
    T in(Sql sql) throws SQLException;
  }

  /** Doesn't connect yet. */
  Session(StoreAddress store) {
    this.store = store;
  }

  /**
   * Does something in a transaction that is on disk when this returns. After a fault that may pass it is done again, though the first time may
   * have come through: the transaction must see to that.
   *
   * @throws StoreException if the store refuses, or stays away
   * @throws UsageException with one line, if there is no such database, or it lets nobody of that name in
   */
  <T> T transact(Transaction<T> transaction) throws InterruptedException {
    OptionalLong lostAt = OptionalLong.empty();
    while (true) {
      try {
        return attempt(transaction);
      } catch (SQLException e) {
        disconnect();
        if (number == 0 && StoreException.isNoWayIn(e)) {
          throw new UsageException("--store " + store + ": " + StoreException.reason(e)
              + "; who may is said by the URL, by PGUSER and PGPASSWORD, or by ~/.pgpass");
        }
        lostAt = OptionalLong.of(lostAt.orElse(System.nanoTime()));
        if (closed || !StoreException.mayPass(e) || System.nanoTime() - lostAt.getAsLong() > PATIENCE.toNanos()) {
          throw new StoreException(store, e);
        }
      }
      Thread.sleep(PAUSE);
    }
  }

  private <T> T attempt(Transaction<T> transaction) throws SQLException {
    if (connection == null) {
      connection = store.connect();
      connection.setAutoCommit(false);
      connections++;
      number = connection.unwrap(PGConnection.class).getBackendPID();
    }
    boolean done = false;
    try {
      T result = transaction.in(new Sql(connection));
      connection.commit();
      done = true;
      return result;
    } finally {
      if (!done) {
        disconnect();
      }
    }
  }

  /** Where it leads. */
  StoreAddress store() {
    return store;
  }

  /** How many connections there were, with the one that is: what hangs on the connection alone is gone when this has changed. */
  int connections() {
    return connections;
  }

  /** The session's number on the server; any thread may ask. */
  int number() {
    return number;
  }

  private void disconnect() {
    Connection lost = connection;
    connection = null;
    try {
      if (lost != null) {
        lost.close();
      }
    } catch (SQLException e) {
      // It is lost already; that is why nobody wants it any more.
    }
  }

  @Override
  public void close() {
    closed = true;
    disconnect();
  }
}
