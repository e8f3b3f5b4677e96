package lab.compare.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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

    assertThat(takes.leastDisturbed()).containsExactly("b", "d", "e");
    assertThat(takes.stolenPercent()).isEqualTo(2);
    assertThat(takes.repeated()).isEqualTo(2);
  }

  @Test
  void equalTakesCountOneByOne() {
    Takes<String> takes = new Takes<>(2);
    IntStream.range(0, 3).forEach(_ -> takes.add("same", 0));

    assertThat(takes.leastDisturbed()).hasSize(2);
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
  void whereAllAreDisturbedThereIsAnEnd() {
    Takes<String> takes = new Takes<>(2);
    int tries = 0;
    while (takes.needMore()) {
      takes.add("disturbed", 60);
      tries++;
    }

    assertThat(tries).isEqualTo(8);
    assertThat(takes.leastDisturbed()).hasSize(2);
  }

  @Test
  void aTakeIsWhatItsMeasurementGives() {
    Takes<String> takes = new Takes<>(1);
    takes.add(() -> "measured");

    assertThat(takes.leastDisturbed()).containsExactly("measured");
    assertThat(takes.stolenPercent()).isBetween(0.0, 100.0 * Runtime.getRuntime().availableProcessors());
  }
}
