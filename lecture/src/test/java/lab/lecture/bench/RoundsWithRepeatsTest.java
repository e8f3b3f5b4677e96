package lab.lecture.bench;

import static org.assertj.core.api.Assertions.assertThat;

import lab.crawl.measure.Others;
import lab.lecture.bench.RoundsWithRepeats.Take;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts where the machine is not one's own. */
class RoundsWithRepeatsTest {

  @Test
  void aFurtherOneStandsInForTheMostDisturbedInItsRound() {
    RoundsWithRepeats<String> takes = new RoundsWithRepeats<>(3);
    takes.add("1", 50);
    takes.add("2", 2);
    takes.add("3", 30);
    assertThat(takes.rounds()).extracting(Take::value).containsExactly("1", "2", "3");

    takes.add("1 again", 40);
    assertThat(takes.rounds()).extracting(Take::value).containsExactly("1 again", "2", "3");
    takes.add("1 once more", 0);
    assertThat(takes.rounds()).extracting(Take::value).containsExactly("1 once more", "2", "3");
    takes.add("3 again", 1);

    assertThat(takes.rounds()).extracting(Take::value).containsExactly("1 once more", "2", "3 again");
    assertThat(takes.repeated()).isEqualTo(3);
  }

  @Test
  void oneThatWasDisturbedAsMuchStandsInForNone() {
    RoundsWithRepeats<String> takes = new RoundsWithRepeats<>(2);
    takes.add("1", 20);
    takes.add("2", 30);
    takes.add("as disturbed", 30);
    takes.add("more", 60);

    assertThat(takes.rounds()).extracting(Take::value).containsExactly("1", "2");
    assertThat(takes.needMore()).isTrue();
  }

  @Test
  void moreAreNeededWhileTooManyAreDisturbed() {
    RoundsWithRepeats<String> takes = new RoundsWithRepeats<>(2);
    takes.add("undisturbed", RoundsWithRepeats.DISTURBED_PERCENT);
    assertThat(takes.needMore()).isTrue();
    takes.add("disturbed", RoundsWithRepeats.DISTURBED_PERCENT + 1);
    assertThat(takes.needMore()).isTrue();
    takes.add("undisturbed, too", 0);
    assertThat(takes.needMore()).isFalse();
  }

  @Test
  void aTakeIsWhatItsMeasurementGives() {
    RoundsWithRepeats<String> takes = new RoundsWithRepeats<>(1);
    takes.add(new Others(() -> 0, System::nanoTime), () -> "measured");

    assertThat(takes.rounds()).singleElement().satisfies(take -> {
      assertThat(take.value()).isEqualTo("measured");
      assertThat(take.othersPercent()).isZero();
    });
  }

  @Test
  void oneIsEnoughWhereOneIsWanted() {
    RoundsWithRepeats<String> takes = new RoundsWithRepeats<>(1);
    takes.add("disturbed", 60);

    assertThat(takes.needMore()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 3", "5, 3", "10, 3"})
  void threeAreTheLeastWhereSoManyAreWanted(int wanted, int least) {
    assertThat(RoundsWithRepeats.least(wanted)).isEqualTo(least);
  }
}
