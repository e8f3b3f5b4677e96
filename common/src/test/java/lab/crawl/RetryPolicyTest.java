package lab.crawl.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

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
  })
  void triesAgainWhatMayPass(FailureKind kind, boolean again) {
    FetchResult failure = new FetchResult.Failure(kind, "");
    assertThat(new RetryPolicy(1).pauseAfter(1, failure).isPresent()).isEqualTo(again);
  }

  @ParameterizedTest
  @CsvSource({
    "200, false", "204, false", "301, false", "404, false", "408, false", "429, true", "500, false", "501, false",
    "502, true", "503, true", "504, true",
  })
  void triesAgainSomeStatuses(int status, boolean again) {
    assertThat(new RetryPolicy(1).pauseAfter(1, reply(status, null)).isPresent()).isEqualTo(again);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, false", "1, 1, true", "1, 2, false", "2, 2, true", "2, 3, false", "2147483647, 1000000, true"})
  void triesAgainSoOften(int retries, int attempt, boolean again) {
    FetchResult failure = new FetchResult.Failure(FailureKind.TIMEOUT, "");
    assertThat(new RetryPolicy(retries).pauseAfter(attempt, failure).isPresent()).isEqualTo(again);
  }

  @ParameterizedTest
  @CsvSource({"1, 100", "2, 200", "3, 400", "6, 3200", "7, 5000", "8, 5000", "64, 5000", "2147483647, 5000"})
  void waitsTwiceAsLongEachTimeUpToACeiling(int attempt, long millis) {
    assertThat(RetryPolicy.backoff(attempt)).hasMillis(millis);
  }

  @ParameterizedTest
  @CsvSource({
    "0,                                0",
    "7,                                7",
    "' 7 ',                            7",
    "30,                               30",
    "31,                               30",
    "999999999,                        30",
    "99999999999999999999999,          30",
    "'Sun, 22 Nov 2026 10:00:09 GMT',  9",
    "'Sun, 22 Nov 2026 10:00:00 GMT',  0",
    "'Sun, 22 Nov 2026 09:59:00 GMT',  0",
    "'Sun, 22 Nov 2026 11:00:00 GMT',  30",
    "'Fri, 31 Dec 9999 23:59:59 GMT',  30",
  })
  void takesTheServersWordWithinABound(String header, long seconds) {
    assertThat(RetryPolicy.retryAfter(reply(503, header), NOW)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "١٢", "Mon, 22 Nov 2026 10:00:09 GMT", "2026-11-22T10:00:09Z", "7, 8"})
  void ignoresGarbage(String header) {
    assertThat(RetryPolicy.retryAfter(reply(503, header), NOW)).isEmpty();
  }

  @Test
  void theServersWordReplacesTheBackoff() {
    RetryPolicy policy = new RetryPolicy(9);
    assertThat(policy.pauseAfter(5, reply(429, "2"))).contains(Duration.ofSeconds(2));
    assertThat(policy.pauseAfter(5, reply(429, "soon"))).contains(RetryPolicy.backoff(5));
    assertThat(policy.pauseAfter(5, reply(429, null))).contains(RetryPolicy.backoff(5));
    assertThat(policy.pauseAfter(5, reply(404, "2"))).isEmpty();
  }

  private static FetchResult reply(int status, String retryAfter) {
    return new FetchResult.Reply(
        status, Optional.empty(), Optional.empty(), Optional.ofNullable(retryAfter), new byte[0]);
  }
}
