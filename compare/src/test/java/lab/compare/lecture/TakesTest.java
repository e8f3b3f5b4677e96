package lab.compare.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import lab.compare.lecture.Takes.Take;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts where the machine is not one's own. */
class TakesTest {

  @Test
  void theLeastDisturbedCountAndKeepTheirOrder() {
    Takes<String> takes = new Takes<>(3);
    takes.add("a", 50);
    takes.add("b", 2);
    takes.add("c", 30);
    takes.add("d", 0);
    takes.add("e", 1);

    assertThat(takes.leastDisturbed(3)).extracting(Take::value).containsExactly("b", "d", "e");
    assertThat(takes.leastDisturbed(2)).extracting(Take::value).containsExactly("d", "e");
    assertThat(takes.size()).isEqualTo(3);
    assertThat(takes.repeated()).isEqualTo(2);
  }

  @Test
  void equalTakesCountOneByOne() {
    Takes<String> takes = new Takes<>(2);
    IntStream.range(0, 3).forEach(_ -> takes.add("same", 0));

    assertThat(takes.leastDisturbed(2)).hasSize(2);
  }

  @Test
  void moreAreNeededWhileTooManyAreDisturbed() {
    Takes<String> takes = new Takes<>(2);
    takes.add("undisturbed", Takes.DISTURBED_PERCENT);
    assertThat(takes.needMore()).isTrue();
    takes.add("disturbed", Takes.DISTURBED_PERCENT + 1);
    assertThat(takes.needMore()).isTrue();
    takes.add("undisturbed, too", 0);
    assertThat(takes.needMore()).isFalse();
  }

  @Test
  void aTakeIsWhatItsMeasurementGives() {
    Takes<String> takes = new Takes<>(1);
    takes.add(() -> "measured");

    assertThat(takes.leastDisturbed(1)).singleElement().satisfies(take -> {
      assertThat(take.value()).isEqualTo("measured");
      assertThat(take.stolenPercent()).isBetween(0.0, 200.0 * Runtime.getRuntime().availableProcessors());
    });
  }

  @Test
  void oneIsEnoughWhereOneIsWanted() {
    Takes<String> takes = new Takes<>(1);
    takes.add("disturbed", 60);

    assertThat(takes.needMore()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 3", "5, 3", "10, 3"})
  void threeAreTheLeastWhereSoManyAreWanted(int wanted, int least) {
    assertThat(Takes.least(wanted)).isEqualTo(least);
  }
}
