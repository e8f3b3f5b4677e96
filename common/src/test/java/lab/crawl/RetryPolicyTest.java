package lab.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
  private static final HttpUrl URL = HttpUrl.get("http://site.test/");

  @ParameterizedTest
  @CsvSource({
    "UNKNOWN_HOST, true",
    "CONNECT, true",
    "TLS, false",
    "TIMEOUT, true",
    "CONNECTION_LOST, true",
    "MALFORMED_REPLY, true",
    "TOO_LARGE, false",
    "WORKER_DIED, false",
    "HOST_AWAY, false",
  })
  void triesAgainWhatMayPass(FailureKind kind, boolean again) {
    assertThat(policy(1).triesAgain(1, new Visit.Failed(URL, kind, 0, ""))).isEqualTo(again);
  }

  @ParameterizedTest
  @CsvSource({
    "404, false", "408, false", "429, true", "500, false", "501, false", "502, true", "503, true", "504, true",
  })
  void triesAgainSomeStatuses(int status, boolean again) {
    assertThat(policy(1).triesAgain(1, new Visit.Failed(URL, FailureKind.HTTP_STATUS, status, ""))).isEqualTo(again);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, false", "1, 1, true", "1, 2, false", "2, 2, true", "2, 3, false", "2147483647, 1000000, true"})
  void triesAgainSoOften(int retries, int attempt, boolean again) {
    assertThat(policy(retries).triesAgain(attempt, new Visit.Failed(URL, FailureKind.TIMEOUT, 0, ""))).isEqualTo(again);
  }

  @ParameterizedTest
  @CsvSource({"1, 100", "2, 200", "3, 400", "6, 3200", "7, 5000", "8, 5000", "64, 5000", "2147483647, 5000"})
  void waitsTwiceAsLongEachTimeUpToACeiling(int attempt, long millis) {
    assertThat(RetryPolicy.backoff(attempt)).hasMillis(millis);
  }

  private static RetryPolicy policy(int retries) {
    return new RetryPolicy(retries, Duration.ofSeconds(30));
  }
}
