package lab.crawl.cluster;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One server for all tests of a JVM, and a database of its own for each, made from a template that has the tables. */
final class TestStore {
  private static final AtomicInteger MADE = new AtomicInteger();
  private static StoreAddress server;

  private TestStore() {}

  private static synchronized StoreAddress server() throws InterruptedException, SQLException {
    if (server == null) {
      EmbeddedStore embedded = EmbeddedStore.temporary(false);
      Runtime.getRuntime().addShutdownHook(new Thread(embedded::close));
      server = embedded.address();
      execute(server, "CREATE DATABASE template");
      try (Crawls crawls = new Crawls(server.database("template"))) {
        crawls.migrate();
      }
    }
    return server;
  }

  private static void execute(StoreAddress address, String sql) throws SQLException {
    try (var connection = address.connect()) {
      new Sql(connection).update(sql);
    }
  }

  /** A database without any crawl. */
  static synchronized StoreAddress newDatabase() {
    try {
      String name = "test" + MADE.incrementAndGet();
      execute(server(), "CREATE DATABASE " + name + " TEMPLATE template");
      return server.database(name);
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
