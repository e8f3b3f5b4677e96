package lab.crawl.stage;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lab.crawl.FetchResult;

/**
 * The {@code Retry-After} header: a number of seconds, or a date (RFC 9110, 10.2.3) in any of its three forms (5.6.7). What is
 * none of these is ignored.
 */
final class RetryAfter {
  /** More than anybody's patience; what a server asks for beyond it may not even fit into milliseconds. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private static final List<DateTimeFormatter> DATES = List.of(
      formatter("EEE, d MMM yyyy HH:mm:ss 'GMT'"),
      rfc850(),
      formatter("EEE MMM ppd HH:mm:ss yyyy"));

  private RetryAfter() {}

  /**
   * How long a reply asks to be left alone.
   *
   * @param now the time of day, for dates
   * @return 0 or more; empty if it doesn't ask
   */
  static Optional<Duration> of(FetchResult.Reply reply, Instant now) {
    return reply.header("Retry-After").map(String::strip).flatMap(value -> parse(value, now)).map(RetryAfter::limited);
  }

  private static Optional<Duration> parse(String value, Instant now) {
    if (value.matches("\\d+")) {
      String digits = value.replaceFirst("^0+(?=\\d)", "");
      return Optional.of(digits.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(digits)));
    }
    return date(value).map(date -> Duration.between(now, date));
  }

  private static Duration limited(Duration wait) {
    Duration some = wait.isNegative() ? Duration.ZERO : wait;
    return some.compareTo(LONGEST) < 0 ? some : LONGEST;
  }

  private static Optional<Instant> date(String value) {
    for (DateTimeFormatter form : DATES) {
      try {
        return Optional.of(LocalDateTime.parse(value, form).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException e) {
        // Then perhaps it has the next form.
      }
    }
    return Optional.empty();
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US);
  }

  /** With two digits for the year, which is taken for one of the fifty years to come or of the fifty before. */
  private static DateTimeFormatter rfc850() {
    return new DateTimeFormatterBuilder()
        .appendPattern("EEEE, dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.now(ZoneOffset.UTC).minusYears(50))
        .appendPattern(" HH:mm:ss 'GMT'")
        .toFormatter(Locale.US);
  }
}
