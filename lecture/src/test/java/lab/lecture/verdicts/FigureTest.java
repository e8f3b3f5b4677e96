package lab.lecture.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import lab.crawl.measure.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "2.1 2.2 2.3 | YES",
      "2.0 2.2 2.3 | UNSURE",
      "1.9 2.2 2.3 | UNSURE",
      "1.7 1.8 2.0 | NO",
      "2.1 2.2 1.1 2.4 2.3 | YES",
      "2.1 2.2 1.1 1.4 2.3 | UNSURE",
      "1.1 1.2 2.1 1.4 1.3 | NO",
      "2.5         | UNSURE"})
  void aboveTwoMustBeSoInEveryRoundButOneOfFiveAndInMoreThanOne(String values, Answer answer) {
    assertThat(figure(Unit.TIMES, values).isAbove(2).answer()).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "1.7 1.8 1.9 | YES",
      "1.7 1.8 2.0 | UNSURE",
      "2.0 2.2 2.3 | NO",
      "1.5         | UNSURE"})
  void belowTwo(String values, Answer answer) {
    assertThat(figure(Unit.TIMES, values).isBelow(2).answer()).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"1.5 1.6 | YES", "0.9 1.5 | UNSURE", "0.9 2.1 | UNSURE", "0.7 2.6 | NO", "0.9 0.7 | UNSURE"})
  void betweenTwoLimitsWithRoomForUnsure(String values, Answer answer) {
    assertThat(figure(Unit.TIMES, values).isBetween(1, 2, 0.8, 2.5).answer()).isEqualTo(answer);
  }

  @Test
  void whereANoBeginsIsSaid() {
    Figure figure = figure(Unit.TIMES, "1 2");

    assertThat(figure.isAbove(2, 1.5).words()).endsWith("is above 2.00× (no: 1.50× or less)");
    assertThat(figure.isBelow(2, 2.5).words()).endsWith("is below 2.00× (no: 2.50× or more)");
    assertThat(figure.isBelow(2).words()).endsWith("is below 2.00×");
    assertThat(figure.isBetween(1, 2, 0.8, 2.5).words()).endsWith("is between 1.00× (no: below 0.80×) and 2.00× (no: above 2.50×)");
    assertThat(figure.isBetween(1, 2).words()).endsWith("is between 1.00× and 2.00×");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"2.1 2.2 | YES", "1.9 1.8 | UNSURE", "1.4 1.3 | NO", "1.4 1.9 | UNSURE"})
  void betweenYesAndNoIsUnsure(String values, Answer answer) {
    assertThat(figure(Unit.TIMES, values).isAbove(2, 1.5).answer()).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "1.0 1.5 2.0 | YES",
      "0.9 1.5 2.0 | UNSURE",
      "0.9 2.1 0.8 | NO",
      "1.5         | UNSURE"})
  void betweenOneAndTwo(String values, Answer answer) {
    assertThat(figure(Unit.TIMES, values).isBetween(1, 2).answer()).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"8 8 8 | YES", "8 7 8 | UNSURE", "8 8 7 8 8 | UNSURE", "7 7 9 | NO", "8 | YES", "7 | NO"})
  void whatIsCountedIsExactEvenIfOnlyOnce(String values, Answer answer) {
    assertThat(figure(Unit.COUNT, values).is(8).answer()).isEqualTo(answer);
  }

  @Test
  void aRatioIsTakenRoundByRound() {
    Figure ratio = figure(Unit.MILLIS, "200 600 100").over(figure(Unit.MILLIS, "100 300 50"), "twice");

    assertThat(ratio.values()).containsExactly(2.0, 2.0, 2.0);
    assertThat(ratio.unit()).isEqualTo(Unit.TIMES);
    assertThat(ratio.name()).isEqualTo("twice");
  }

  @Test
  void figuresOfDifferentRoundsHaveNoRatio() {
    assertThatThrownBy(() -> figure(Unit.MILLIS, "1 2").over(figure(Unit.MILLIS, "1 2 3"), ""))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 rounds").hasMessageContaining("in 3");
  }

  @Test
  void aFigureWithoutValuesIsNone() {
    assertThatThrownBy(() -> new Figure("nothing", Unit.COUNT, List.of())).hasMessage("no values: nothing");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "TIMES     | 1.95 1.98 2.02    | 1.98× (1.95–2.02)",
      "TIMES     | 0.002 0.003 0.004 | 0.003× (0.002–0.004)",
      "MILLIS    | 340.25 300 420    | 340.3 ms (300.0–420.0)",
      "MILLIS    | 8650 8610 8910    | 8.65 s (8.61–8.91)",
      "MILLIS    | 900 1100 1200     | 1.10 s (0.90–1.20)",
      "PERCENT   | 7.9 6.6 10        | 7.9 % (6.6–10.0)",
      "PERCENT   | 115 113 133       | 115 % (113–133)",
      "COUNT     | 5 5 5             | 5",
      "COUNT     | 151 104 160       | 151 (104–160)",
      "MEGABYTES | 128.4             | 128 MB",
      "MICROS    | 12.34             | 12.3 µs",
      "NANOS     | 1.12              | 1.1 ns"})
  void itIsShownWithItsSpread(Unit unit, String values, String text) {
    assertThat(figure(unit, values).text()).isEqualTo(text);
  }

  @Test
  void jsonHasWhatAReaderNeeds() {
    String json = Json.line(figure(Unit.MILLIS, "3 1 2"));

    assertThat(json).contains("\"unit\":\"ms\"", "\"values\":[3.0,1.0,2.0]", "\"median\":2.0", "\"min\":1.0", "\"max\":3.0");
    assertThat(Json.read(json, Figure.class)).isEqualTo(figure(Unit.MILLIS, "3 1 2"));
  }

  /** A figure whose values are written as a table has them. */
  static Figure figure(Unit unit, String values) {
    return new Figure("it", unit, Arrays.stream(values.trim().split(" +")).map(Double::valueOf).toList());
  }
}
