package lab.compare.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One crawl to which all happens; {@code exec:exec@trouble-matrix} does far more. */
class TroubleMatrixTest {
  @TempDir Path folder;

  @Test
  void nothingShowsOfWhatIsKilled() {
    List<TroubleMatrix.Blow> blows = List.of(
        new TroubleMatrix.Blow(Victim.MEMBER, Moment.CLAIM_UNCOMMITTED),
        new TroubleMatrix.Blow(Victim.SESSION, Moment.BODY_SAVED),
        new TroubleMatrix.Blow(Victim.BACKEND, Moment.COMMITTING),
        new TroubleMatrix.Blow(Victim.MEMBERS, Moment.CLAIMED),
        new TroubleMatrix.Blow(Victim.POSTMASTER, Moment.IN_A_BODY),
        new TroubleMatrix.Blow(Victim.PARENT, Moment.CLAIMED),
        new TroubleMatrix.Blow(Victim.EVERYTHING, Moment.BODY_SAVED));
    try (TroubleMatrix matrix = new TroubleMatrix(folder, new Random(1))) {
      TroubleMatrix.Cell cell = matrix.crawl(blows);

      assertThat(cell.problems()).isEmpty();
      assertThat(cell.kills()).isEqualTo(blows.size());
    }
  }
}
