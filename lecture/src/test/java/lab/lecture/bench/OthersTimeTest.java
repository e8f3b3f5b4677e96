package lab.lecture.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OthersTimeTest {
  @Test
  void itIsAShareOfTheTimeThatHasPassed() {
    long[] othersAndClock = {500, 1_000_000_000};
    OthersTime others = new OthersTime(() -> othersAndClock[0], () -> othersAndClock[1]);
    othersAndClock[0] += 100_000_000;
    othersAndClock[1] += 200_000_000;

    assertThat(others.percentOfOneCore()).isEqualTo(50);
  }

  @Test
  void whereClocksDifferALittleOthersHadNothing() {
    long[] othersAndClock = {500, 1_000_000_000};
    OthersTime others = new OthersTime(() -> othersAndClock[0], () -> othersAndClock[1]);
    othersAndClock[0] -= 5_000_000;
    othersAndClock[1] += 200_000_000;

    assertThat(others.percentOfOneCore()).isZero();
  }

  @Test
  void whatTheLabDoesItselfIsNotOthers() {
    OthersTime others = OthersTime.besideThisLab();
    long until = System.nanoTime() + 300_000_000;
    long spun = 0;
    while (System.nanoTime() < until) {
      spun++;
    }

    assertThat(spun).isPositive();
    assertThat(others.percentOfOneCore()).isBetween(0.0, 100.0 * Runtime.getRuntime().availableProcessors() - 1);
  }
}
