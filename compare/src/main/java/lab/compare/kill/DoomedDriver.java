package lab.compare.kill;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * PostgreSQL's driver, which tells a {@link Rendezvous} at which moment of its transactions a member is: nobody outside could hit it. A JVM
 * that is started with {@code -Djdbc.drivers} and this name takes it instead.
 */
public final class DoomedDriver implements Driver {
  /** By these beginnings a member's statements are known. */
  private static final String CLAIM = "UPDATE page SET state = 2, member";
  private static final String RECORD = "UPDATE page SET state = 3";

  private final Driver real;

  static {
    try {
      Driver real = DriverManager.getDriver("jdbc:postgresql://localhost/");
      DriverManager.deregisterDriver(real);
      DriverManager.registerDriver(new DoomedDriver(real));
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private DoomedDriver(Driver real) {
    this.real = real;
  }

  @Override
  public Connection connect(String url, Properties properties) throws SQLException {
    Connection connection = real.connect(url, properties);
    if (connection == null) {
      return null;
    }
    try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return (Connection) Proxy.newProxyInstance(
          DoomedDriver.class.getClassLoader(), new Class<?>[] {Connection.class}, new Doomed(connection, row.getLong(1)));
    }
  }

  /** One connection. Belongs to one thread, as those of members do. */
  private static final class Doomed implements InvocationHandler {
    private final Connection connection;
    private final long backend;
    private boolean claims;
    private boolean records;

    Doomed(Connection connection, long backend) {
      this.connection = connection;
      this.backend = backend;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      switch (method.getName()) {
        case "prepareStatement" -> prepares(((String) arguments[0]).strip());
        case "commit" -> commits();
        default -> { }
      }
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      } finally {
        if (method.getName().equals("commit")) {
          committed();
        }
      }
    }

    private void prepares(String sql) {
      claims |= sql.startsWith(CLAIM);
      if (sql.startsWith(RECORD)) {
        records = true;
        Rendezvous.tell(Moment.BODY_SAVED, backend);
      }
    }

    private void commits() {
      if (claims) {
        Rendezvous.tell(Moment.CLAIM_UNCOMMITTED, backend);
      }
      if (records) {
        Rendezvous.tell(Moment.COMMITTING, backend);
      }
    }

    private void committed() {
      if (claims) {
        Rendezvous.tell(Moment.CLAIMED, backend);
      }
      claims = false;
      records = false;
    }
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return real.acceptsURL(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
    return real.getPropertyInfo(url, properties);
  }

  @Override
  public int getMajorVersion() {
    return real.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return real.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return real.jdbcCompliant();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return real.getParentLogger();
  }
}
