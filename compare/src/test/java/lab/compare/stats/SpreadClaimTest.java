package lab.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import lab.compare.stats.SpreadClaim.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadClaimTest {
  private static final Spread LEFT = new Spread(10, 8, 12);

  @ParameterizedTest
  @CsvSource({
      "5, 4, 7.9, 0.5, FASTER", "5, 4, 8, 0.5, OVERLAP", "9, 1, 20, 0.9, OVERLAP", "10, 9, 11, 1, OVERLAP",
      "15, 12, 20, 1.5, OVERLAP", "15, 12.1, 20, 1.5, SLOWER"})
  void claimsOnlyWhatIsApart(double median, double min, double max, double ratio, Verdict verdict) {
    assertThat(SpreadClaim.of(LEFT, new Spread(median, min, max), 2)).isEqualTo(new SpreadClaim(ratio, verdict));
  }

  @Test
  void claimsTheOppositeTheOtherWayRound() {
    Spread right = new Spread(40, 30, 50);

    assertThat(SpreadClaim.of(LEFT, right, 3)).isEqualTo(new SpreadClaim(4, Verdict.SLOWER));
    assertThat(SpreadClaim.of(right, LEFT, 3)).isEqualTo(new SpreadClaim(0.25, Verdict.FASTER));
  }

  @ParameterizedTest
  @CsvSource({"0", "1"})
  void claimsNothingOfOneRound(int rounds) {
    assertThat(SpreadClaim.of(new Spread(10, 10, 10), new Spread(1, 1, 1), rounds))
        .isEqualTo(new SpreadClaim(0.1, Verdict.ONE_ROUND));
  }

  @Test
  void saysItInWords() {
    assertThat(Stream.of(Verdict.values()).map(Verdict::words)).containsExactly(
        "faster", "slower", "no claim: the spreads overlap", "no claim: one round has no spread");
    assertThat(Stream.of(Verdict.values()).filter(Verdict::isClaim)).containsExactly(Verdict.FASTER, Verdict.SLOWER);
  }
}
