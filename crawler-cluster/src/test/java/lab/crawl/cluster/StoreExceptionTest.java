package lab.crawl.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only what may pass is waited for. The codes are those of PostgreSQL's documentation, appendix A, and of its driver. */
class StoreExceptionTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(textBlock = """
      a wrong password,               28P01, true
      no such database,               3D000, true
      no password where one is asked, 08004, true
      nobody there,                   08001, false
      a cut connection,               08006, false
      a server that is starting,      57P03, false
      too many connections,           53300, false
      """)
  void whoIsNotLetInIsToldAtOnce(String fault, String state, boolean isNoWayIn) {
    assertThat(StoreException.isNoWayIn(new SQLException(fault, state))).isEqualTo(isNoWayIn);
  }
}
