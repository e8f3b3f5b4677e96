package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import lab.compare.stats.PairedClaim;
import org.junit.jupiter.api.Test;

class FigureTextTest {
  private static final FigureText ENGLISH = new FigureText(Texts.ENGLISH);

  private static final List<Double> TEN = Collections.nCopies(6, 10.0);

  @Test
  void aSpeedUpHasItsInterval() {
    PairedClaim claim = PairedClaim.of(List.of(5.0, 5.0, 4.0, 5.0, 5.0, 9.9), TEN);

    assertThat(ENGLISH.times(claim.ratio())).isEqualTo("2.00×");
    assertThat(ENGLISH.interval(claim)).isEqualTo("(1.01–2.50)");
    assertThat(ENGLISH.timesAsFast(claim)).isEqualTo("2.00 times as fast (1.01–2.50)");
  }

  @Test
  void fewRoundsHaveNone() {
    PairedClaim claim = PairedClaim.of(Collections.nCopies(5, 1.0), TEN);

    assertThat(ENGLISH.interval(claim)).isEmpty();
    assertThat(ENGLISH.timesAsFast(claim)).isEqualTo("10.00 times as fast");
  }
}
