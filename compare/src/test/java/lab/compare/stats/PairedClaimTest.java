package lab.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedClaimTest {
  private static final List<Double> TEN = Collections.nCopies(6, 10.0);

  @Test
  void whoTookLessTimeInEachOfSixRoundsWasFaster() {
    PairedClaim claim = PairedClaim.of(List.of(5.0, 5.0, 4.0, 5.0, 5.0, 9.9), TEN);

    assertThat(claim.ratio()).isEqualTo(2);
    assertThat(claim.isFaster()).isTrue();
    assertThat(claim.isSlower()).isFalse();
  }

  @Test
  void whoTookMoreTimeInEachOfSixRoundsWasSlower() {
    PairedClaim claim = PairedClaim.of(Collections.nCopies(6, 20.0), TEN);

    assertThat(claim.isSlower()).isTrue();
  }

  @Test
  void oneRoundOfSixTheOtherWayForbidsTheClaim() {
    PairedClaim claim = PairedClaim.of(List.of(5.0, 5.0, 5.0, 5.0, 5.0, 10.1), TEN);

    assertThat(claim.isMade()).isFalse();
  }

  @Test
  void fiveRoundsAreTooFew() {
    PairedClaim claim = PairedClaim.of(Collections.nCopies(5, 1.0), TEN);

    assertThat(PairedClaim.ROUNDS).isEqualTo(6);
    assertThat(claim.ratio()).isEqualTo(10);
    assertThat(claim.isMade()).isFalse();
  }

  /** What the rule promises: of two that are the same it claims a difference in one case of twenty at most. */
  @Test
  void equalsAreSeldomToldApart() {
    Random random = new Random(1);
    int claims = 0;
    for (int comparison = 0; comparison < 4_000; comparison++) {
      claims += PairedClaim.of(times(random), times(random)).isMade() ? 1 : 0;
    }

    // By hand: 2 ÷ 2⁶.
    assertThat(claims / 4_000.0).isCloseTo(0.03125, within(0.01));
  }

  private static List<Double> times(Random random) {
    List<Double> times = new ArrayList<>();
    for (int round = 0; round < 6; round++) {
      times.add(100 + 10 * random.nextGaussian());
    }
    return times;
  }
}
