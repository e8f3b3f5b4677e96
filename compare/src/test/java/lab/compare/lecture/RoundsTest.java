package lab.compare.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Which rounds count where the machine is not one's own. */
class RoundsTest {

  @Test
  void theLeastDisturbedRoundsCountAndKeepTheirOrder() {
    assertThat(Rounds.leastDisturbed(rounds(0.5, 0.02, 0.3, 0, 0.01), 3).stolenShare()).isEqualTo(0.02);
    assertThat(Rounds.leastDisturbed(rounds(0.5, 0.4), 2).stolenShare()).isEqualTo(0.5);
  }

  @Test
  void aRoundIsDisturbedWhenATenthWasTaken() {
    assertThat(rounds(0, 0.1, 0.11)).extracting(Round::isDisturbed).containsExactly(false, false, true);
  }

  @Test
  void nothingCanBeStolenBeforeAnyTimePasses() {
    assertThat(new StolenTime().share()).isBetween(0.0, 1.0);
  }

  private static List<Round> rounds(double... stolen) {
    return DoubleStream.of(stolen).mapToObj(share -> new Round(Map.of(), Map.of(), share)).toList();
  }
}
