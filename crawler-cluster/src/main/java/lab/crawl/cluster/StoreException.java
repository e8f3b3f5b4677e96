package lab.crawl.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The store can't be reached, or refuses. The message is one line for a person, without what lets one in. */
final class StoreException extends UncheckedIOException {

  StoreException(String message) {
    super(message, new IOException(message));
  }

  StoreException(StoreAddress store, SQLException e) {
    super("the store " + store + ": " + reason(e), new IOException(e));
  }

  /** In one line. */
  static String reason(SQLException e) {
    ServerErrorMessage said = e instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
    String reason = said == null ? e.getMessage() : said.getMessage();
    return String.valueOf(reason).lines().findFirst().orElse("no reason given").replaceFirst("\\.$", "");
  }

  /**
   * Whether the store lets nobody in by that name and password (28), or has no such database (3D), or wants what the driver doesn't have to
   * give, such as a password (08004).
   */
  static boolean isNoWayIn(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("28") || state.startsWith("3D") || state.equals("08004");
  }

  /**
   * Whether it may be better in a while, with a new connection: it can't be reached (08), it ends or begins (57P), somebody cut the connection
   * (25P03), or its disk or memory is full (53); it had a fault (58, XX).
   */
  static boolean mayPass(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return state.startsWith("08") || state.startsWith("57P") || state.equals("25P03") || state.startsWith("53") || state.startsWith("58")
        || state.startsWith("40") || state.startsWith("XX");
  }
}
