package lab.crawl.cluster;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import lab.crawl.cli.UsageException;
import org.postgresql.Driver;

/**
 * Where a store is, and how to get in. Who may is said by the URL, by the environment (PGUSER, PGPASSWORD) or by {@code ~/.pgpass}; nothing
 * that this prints holds a password.
 *
 * @param url a JDBC URL of PostgreSQL, or of an engine that speaks its protocol
 */
record StoreAddress(String url) {
  /** A process finds it here and not among its arguments, which everybody on the machine can read. */
  static final String VARIABLE = "LAB_STORE";

  /** By this name the server lists our sessions. */
  static final String APPLICATION = "crawler-cluster";

  /** No answer takes so long but that of a machine that is gone without a word; TCP itself would wait for a quarter of an hour. */
  private static final String LONGEST_ANSWER_SECONDS = "60";

  private static final String BEGINNING = "jdbc:postgresql://";

  /**
   * What every session is told. A member that is frozen while it holds the crawl's lock would else stop all others; and a machine whose cable
   * is cut should not be taken for one that thinks. Each statement of a turn finds its few rows by an index; but its plan is made once, when
   * the tables may still be empty, and then to read all of them looks quicker.
   */
  private static final String MANNERS =
      "SET idle_in_transaction_session_timeout = '5s'; SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2;"
          + " SET tcp_keepalives_count = 3; SET jit = off; SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off";

  /** It logs URLs as they are, with the password; what it has to say it throws as well. Held, or the level would be forgotten. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  static {
    DRIVER.setLevel(Level.OFF);
  }

  StoreAddress {
    // The driver itself would show the URL as it is, with the password.
    if (!url.startsWith(BEGINNING) || Driver.parseURL(url, null) == null) {
      throw new UsageException("--store " + shown(url) + ": should be " + BEGINNING + "host/database, or host:port/database?name=value&name=value");
    }
  }

  /**
   * That of a store that runs already: a database, or the folder of an embedded one that is in use.
   *
   * @throws UsageException with one line, if there is none
   */
  static StoreAddress running(Optional<String> store) {
    String named = store.orElseThrow(() -> new UsageException("name the store: --store jdbc:postgresql://host/database"));
    return named.startsWith("jdbc:") ? new StoreAddress(named) : Postmaster.of(new StoreFolder(Path.of(named)))
        .map(Postmaster::address)
        .orElseThrow(() -> new UsageException("--store " + named + ": no PostgreSQL runs on that folder"));
  }

  /** Another database of the same server; it need not be there yet. */
  StoreAddress database(String name) {
    return new StoreAddress(url.replaceFirst("/[^/?]*(?=\\?|$)", "/" + name));
  }

  /** A new connection; the caller closes it. */
  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.put("connectTimeout", "5");
    properties.put("socketTimeout", LONGEST_ANSWER_SECONDS);
    properties.put("tcpKeepAlive", "true");
    properties.put("ApplicationName", APPLICATION);
    properties.put("reWriteBatchedInserts", "true");
    if (user() != null) {
      properties.put("user", user());
    }
    if (password() != null) {
      properties.put("password", password());
    }
    Connection connection = DriverManager.getConnection(url, properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute(MANNERS);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  /** Whom the environment names; null if nobody. What the URL says has precedence. */
  static String user() {
    return System.getenv("PGUSER");
  }

  /** The password in the environment; null if there is none. */
  static String password() {
    return System.getenv("PGPASSWORD");
  }

  /** The URL without what lets one in. */
  @Override
  public String toString() {
    return shown(url);
  }

  private static String shown(String url) {
    return url.replaceAll("//[^/@]*@", "//").replaceAll("\\?.*", "");
  }
}
