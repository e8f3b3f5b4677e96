package lab.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import lab.compare.stats.Knee.Point;
import org.junit.jupiter.api.Test;

class KneeTest {

  @Test
  void isWhereThroughputHasReachedNineTenthsOfTheBest() {
    assertThat(Knee.of(doubling(10, 20, 40, 79, 88, 88))).contains(new Point(16, 88));
    assertThat(Knee.of(doubling(10, 20, 40, 80, 88, 88))).contains(new Point(8, 80));
  }

  @Test
  void isFoundBeforeAFall() {
    assertThat(Knee.of(doubling(10, 50, 100, 60, 20))).contains(new Point(4, 100));
  }

  @Test
  void isTheFirstPointOfAFlatCurve() {
    assertThat(Knee.of(doubling(100, 100, 100))).contains(new Point(1, 100));
    assertThat(Knee.of(doubling(100, 50, 20))).contains(new Point(1, 100));
  }

  @Test
  void isNotSeenYetWhileTheCurveRises() {
    assertThat(Knee.of(doubling(10, 20, 40, 80))).isEmpty();
    assertThat(Knee.of(doubling(10, 90, 100))).as("just over 11 %").isEmpty();
  }

  @Test
  void isSeenWhenTheCurveHardlyRises() {
    assertThat(Knee.of(doubling(10, 100, 109))).contains(new Point(2, 100));
  }

  @Test
  void takesThreePoints() {
    assertThat(Knee.of(List.of())).isEmpty();
    assertThat(Knee.of(doubling(10))).isEmpty();
    assertThat(Knee.of(doubling(10, 10))).isEmpty();
    assertThat(Knee.of(doubling(10, 10, 10))).isPresent();
  }

  @Test
  void isNowhereWhenNothingWasDone() {
    assertThat(Knee.of(doubling(0, 0, 0))).isEmpty();
  }

  @Test
  void refusesValuesThatDoNotGrow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Knee.of(List.of(new Point(2, 1), new Point(2, 1), new Point(3, 1))))
        .withMessage("2.0 isn't above 2.0");
  }

  /** The curve of these throughputs at 1, 2, 4 and so on. */
  private static List<Point> doubling(double... throughputs) {
    return IntStream.range(0, throughputs.length).mapToObj(i -> new Point(1 << i, throughputs[i])).toList();
  }
}
