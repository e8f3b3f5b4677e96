package lab.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueListTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "7                | 7",
      "1,2,4,8          | 1 2 4 8",
      "0,3,1000000      | 0 3 1000000",
      " 1, 2 ,4         | 1 2 4"})
  void readsNumbers(String text, String expected) {
    assertThat(ValueList.numbers(text).stream().map(String::valueOf).collect(Collectors.joining(" "))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "'' | '' is none",
      "1,,2 | '' is none",
      "1,2, | '' is none",
      "1,x | 'x' is none",
      "-1,2 | '-1' is none",
      "1.5,2 | '1.5' is none",
      "1ms,2ms | '1ms' is none",
      "9999999999 | '9999999999' is none",
      "1,2,4,…,256 | write all of them out",
      "1,2,4,...,256 | write all of them out",
      "1,1 | 1 isn't above 1",
      "2,1 | 1 isn't above 2"}, quoteCharacter = '"')
  void refusesAnythingElseInOneLine(String text, String problem) {
    String written = text.equals("''") ? "" : text;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValueList.numbers(written))
        .withMessage("values " + written + ": " + problem + "; give growing ones such as 1,2,4,8");
  }

  @Test
  void takesSixtyFourValues() {
    assertThat(ValueList.numbers(upTo(64))).hasSize(64).endsWith(63, 64);
    assertThatIllegalArgumentException().isThrownBy(() -> ValueList.numbers(upTo(65))).withMessageContaining("they are more than 64");
  }

  private static String upTo(int last) {
    return IntStream.rangeClosed(1, last).mapToObj(String::valueOf).collect(Collectors.joining(","));
  }

  @Test
  void readsLatencies() {
    assertThat(ValueList.latencies("0ms,10ms, 50ms")).isEqualTo(millis(0, 10, 50));
    assertThat(ValueList.latencies("1s,2s")).isEqualTo(millis(1_000, 2_000));
    assertThat(ValueList.latencies("50ms")).isEqualTo(millis(50));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "10ms,1s | they have more than one unit",
      "0,10ms | '0' is none",
      "10 | '10' is none",
      "10ms,5ms | 5 isn't above 10",
      "lognormal:50ms:0.4 | 'lognormal:50ms:0.4' is none"}, quoteCharacter = '"')
  void refusesOtherLatenciesInOneLine(String text, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValueList.latencies(text))
        .withMessage(
            "values " + text + ": " + problem + "; give growing ones such as 0ms,10ms,50ms");
  }

  private static List<Duration> millis(long... values) {
    return LongStream.of(values).mapToObj(Duration::ofMillis).toList();
  }
}
