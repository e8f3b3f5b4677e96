package lab.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueListTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "7                | 7",
      "1,2,4,8          | 1 2 4 8",
      "0,3,1000000      | 0 3 1000000",
      " 1, 2 ,4         | 1 2 4",
      "1,2,4,…,32       | 1 2 4 8 16 32",
      "1,2,4,...,32     | 1 2 4 8 16 32",
      "1,2,…,8          | 1 2 4 8",
      "1,2,4,…,20       | 1 2 4 8 16 20",
      "1,3,…,27         | 1 3 9 27",
      "10,20,…,100      | 10 20 40 80 100",
      "10,20,30,…,60    | 10 20 30 40 50 60",
      "10,20,30,…,65    | 10 20 30 40 50 60 65",
      "10,15,…,30       | 10 15 20 25 30",
      "2,3,…,6          | 2 3 4 5 6",
      "0,10,…,40        | 0 10 20 30 40",
      "0,10,20,…,40     | 0 10 20 30 40",
      "0,10,50,…,250    | 0 10 50 250",
      "0,1,2,4,…,16     | 0 1 2 4 8 16",
      "1,2,…,3          | 1 2 3",
      "1,999999998,…,999999999 | 1 999999998 999999999"})
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
      "1,2,…,4,…,8 | … needs two values before it and one after it",
      "1,2,…,… | '…' is none",
      "…,8 | … needs two values before it and one after it",
      "1,…,8 | … needs two values before it and one after it",
      "1,2,… | … needs two values before it and one after it",
      "1,2,…,8,9 | … needs two values before it and one after it",
      "1,1 | 1 isn't above 1",
      "2,1 | 1 isn't above 2",
      "1,2,…,2 | 2 isn't above 2",
      "1,2,5,…,20 | those before … grow neither by one factor nor by one step",
      "0,1,5,11,…,20 | those before … grow neither by one factor nor by one step",
      "2,3,…,66 | they are more than 64",
      "2,3,…,999999999 | they are more than 64"}, quoteCharacter = '"')
  void refusesAnythingElseInOneLine(String text, String problem) {
    String written = text.equals("''") ? "" : text;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValueList.numbers(written))
        .withMessage("values " + written + ": " + problem + "; give growing ones such as 1,2,4,8 or 1,2,4,…,256");
  }

  @Test
  void takesSixtyFourValues() {
    assertThat(ValueList.numbers("1,2,3,…,64")).hasSize(64).endsWith(63, 64);
    assertThatIllegalArgumentException().isThrownBy(() -> ValueList.numbers("1,2,3,…,65"));
  }

  @Test
  void readsLatencies() {
    assertThat(ValueList.latencies("0ms,10ms,50ms,…,250ms")).isEqualTo(millis(0, 10, 50, 250));
    assertThat(ValueList.latencies("0ms, 25ms, ..., 100ms")).isEqualTo(millis(0, 25, 50, 75, 100));
    assertThat(ValueList.latencies("1s,2s,…,8s")).isEqualTo(millis(1_000, 2_000, 4_000, 8_000));
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
            "values " + text + ": " + problem + "; give growing ones such as 0ms,10ms,50ms or 0ms,10ms,50ms,…,250ms");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,2,4,…,256", "0,5,…,99", "3,9,…,1000", "7,9,…,100"})
  void growsAndEndsWithTheLastOnce(String text) {
    List<Integer> values = ValueList.numbers(text);

    assertThat(values).isSorted().doesNotHaveDuplicates().endsWith(Integer.valueOf(text.substring(text.lastIndexOf(',') + 1)));
  }

  private static List<Duration> millis(long... values) {
    return LongStream.of(values).mapToObj(Duration::ofMillis).toList();
  }
}
