package lab.crawl.cluster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Statements with their values in a row. Lists are sent as arrays, so that a batch of pages is one statement. */
record Sql(Connection connection) {

  /** Makes something of a row. */
  @FunctionalInterface
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Gives the number of rows changed. */
  int update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql, values)) {
      return statement.executeUpdate();
    }
  }

  /** Gives what is made of each row. */
  <T> List<T> query(Row<T> made, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql, values); ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(made.of(rows));
      }
      return all;
    }
  }

  /** Gives what is made of the first row; empty if there is none. */
  <T> Optional<T> first(Row<T> made, String sql, Object... values) throws SQLException {
    return query(made, sql, values).stream().findFirst();
  }

  private PreparedStatement prepare(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, value(values[i]));
    }
    return statement;
  }

  private Object value(Object value) throws SQLException {
    return switch (value) {
      case List<?> list -> connection.createArrayOf(arrayType(list), list.toArray());
      case OptionalLong number -> number.isPresent() ? number.getAsLong() : null;
      case null, default -> value;
    };
  }

  /** An empty array is as good as one of texts: the statement says by a cast what it takes it for. */
  private static String arrayType(List<?> list) {
    Object example = list.stream().filter(element -> element != null).<Object>map(element -> element).findFirst().orElse("");
    return switch (example) {
      case Long _ -> "bigint";
      case Integer _ -> "int";
      default -> "text";
    };
  }

  /** A number that may be null. */
  static OptionalLong number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
