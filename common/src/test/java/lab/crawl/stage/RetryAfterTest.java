package lab.crawl.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-06T08:49:37Z"); // a Friday

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    // seconds
    "0                              | PT0S",
    "7                              | PT7S",
    "' 120 '                        | PT2M",
    "007                            | PT7S",
    "3600                           | PT1H",
    "00000000000000000120           | PT2M",
    "0000000000                     | PT0S",
    // more than anybody waits
    "999999999                      | PT8760H",
    "9999999999                     | PT8760H",
    "99999999999999999999999        | PT8760H",
    // IMF-fixdate, RFC 850 and asctime (RFC 9110, 5.6.7)
    "Fri, 06 Nov 2026 08:50:07 GMT  | PT30S",
    "Friday, 06-Nov-26 08:50:07 GMT | PT30S",
    "Fri Nov  6 08:50:07 2026       | PT30S",
    "Mon, 16 Nov 2026 08:49:37 GMT  | PT240H",
    "Monday, 16-Nov-26 08:49:37 GMT | PT240H",
    "Mon Nov 16 08:49:37 2026       | PT240H",
    "Fri, 6 Nov 2026 08:50:07 GMT   | PT30S",
    "Fri, 31 Dec 9999 23:59:59 GMT  | PT8760H",
    "Sat, 06 Nov +999999999 08:49:37 GMT | PT8760H",
    // in the past
    "Fri, 06 Nov 2026 08:49:37 GMT  | PT0S",
    "Sun, 06 Nov 1994 08:49:37 GMT  | PT0S",
    "Sunday, 06-Nov-94 08:49:37 GMT | PT0S",
    "Sun Nov  6 08:49:37 1994       | PT0S",
  })
  void readsSecondsAndDates(String value, Duration wait) {
    assertThat(RetryAfter.of(Replies.reply(503, new byte[0], "Retry-After", value), NOW)).contains(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "soon", "-1", "+5", "1.5", "5s", "5, 6", "0x10", "２", "2026-11-06T08:50:07Z", "Fri, 06 Nov 2026", "Fri, 06 Nov 2026 08:50:07 CET",
    "Sat, 06 Nov 2026 08:50:07 GMT", "Fri, 31 Feb 2026 08:50:07 GMT", "Fri, 06 Nov 2026 25:50:07 GMT", "Fri, 06 nov 2026 08:50:07",
  })
  void ignoresNonsense(String value) {
    assertThat(RetryAfter.of(Replies.reply(503, new byte[0], "Retry-After", value), NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void noHeaderAsksForNothing(int status) {
    assertThat(RetryAfter.of(Replies.reply(status, new byte[0]), NOW)).isEmpty();
  }
}
