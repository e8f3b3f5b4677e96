package lab.crawl.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import lab.crawl.cli.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A URL may hold a password, which nothing that is printed does. */
class StoreAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {
      "jdbc:mysql://me:secret@host/database",
      "jdbc:postgresql://host:port/database?user=me&password=secret",
      "jdbc:postgresql://host/database?password=secret%"
  })
  void whatIsNoAddressIsRefusedWithoutItsPassword(String url) {
    assertThatThrownBy(() -> new StoreAddress(url)).isInstanceOf(UsageException.class)
        .hasMessageMatching("--store jdbc:\\w+://host(:port)?/database: should be jdbc:postgresql://host/database, or .*")
        .hasMessageNotContaining("secret");
  }

  /** The driver would. */
  @ParameterizedTest
  @ValueSource(strings = {
      "jdbc:postgresql://host?user=me&password=secret",
      "jdbc:postgresql://host/a/b?password=secret",
      "jdbc:postgresql://host:port/database?password=secret"
  })
  void nothingIsLogged(String url) {
    List<LogRecord> logged = new ArrayList<>();
    Handler handler = new Handler() {
      @Override
      public void publish(LogRecord record) {
        logged.add(record);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
    Logger.getLogger("").addHandler(handler);
    try {
      assertThatThrownBy(() -> new StoreAddress(url)).isInstanceOf(UsageException.class);
    } finally {
      Logger.getLogger("").removeHandler(handler);
    }
    assertThat(logged).extracting(LogRecord::getMessage).isEmpty();
  }

  @Test
  void anotherDatabaseOfTheServer() {
    assertThat(new StoreAddress("jdbc:postgresql://one:1,two:2/database?user=me").database("other").url())
        .isEqualTo("jdbc:postgresql://one:1,two:2/other?user=me");
  }
}
