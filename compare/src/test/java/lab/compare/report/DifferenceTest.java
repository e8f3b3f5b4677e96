package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.compare.report.Difference.Row;
import lab.compare.report.VariantFigures.Millis;
import lab.compare.run.Runs;
import lab.crawl.measure.SiteRecord;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  @Test
  void aRowIsRightDividedByLeftColdAndWarm() {
    Difference difference = difference(
        Runs.of("sync", 1_000, 1_000, 1_000, 1_200, 1_200, 1_200), Runs.of("sync", 500, 500, 500, 600, 600, 600));

    assertThat(difference.rows()).containsExactly(
        new Row("sync", false, millis(2_000, 2_400), millis(1_000, 1_200), 0.5, "0.50", "faster"),
        new Row("sync", true, millis(1_000, 1_200), millis(500, 600), 0.5, "0.50", "faster"));
    assertThat(difference.rows().getLast().sentence(Texts.ENGLISH)).isEqualTo("sync: 0.50 times as long as before (faster).");
  }

  @Test
  void onlyAnIntervalThatLeavesOneOutAllowsAClaim() {
    Runs before = Runs.of("sync", 1_000, 1_000, 1_000, 1_000, 1_000, 1_000).and("threads", 1_000, 1_000, 1_000, 1_000, 1_000, 1_000);
    Runs after = Runs.of("sync", 1_100, 1_100, 1_100, 1_100, 1_100, 1_010).and("threads", 1_100, 1_100, 1_100, 1_100, 1_100, 990);

    assertThat(difference(before, after).rows()).filteredOn(Row::warm).extracting(Row::verdict)
        .containsExactly("slower", "no claim: can't be told apart");
  }

  @Test
  void fewRoundsOnEitherSideAllowNone() {
    assertThat(difference(Runs.of("sync", 1_000, 1_000, 1_000, 1_000, 1_000, 1_000), Runs.of("sync", 10)).rows()).extracting(Row::verdict)
        .containsOnly("no claim: it takes 6 rounds");
  }

  @Test
  void onlyVariantsThatBothHaveAreCompared() {
    assertThat(difference(Runs.of("sync", 1_000).and("async", 500), Runs.of("async", 500).and("procs", 900)).rows())
        .extracting(Row::variant).containsExactly("async", "async");
    assertThat(difference(Runs.of("sync", 1_000), Runs.of("async", 500)).rows()).isEmpty();
  }

  @Test
  void equalsNeedNoCaution() {
    assertThat(difference(Runs.of("sync", 1_000), Runs.of("sync", 500)).cautions()).isEmpty();
  }

  @Test
  void whatMakesThemHardToCompareIsSaid() {
    SiteRecord slow = new SiteRecord("flat:7", Optional.of("50ms"), Optional.of(50.0), "http://h/");
    Runs left = Runs.of("sync", 1_000);

    assertThat(difference(left, Runs.of("sync", 1_000).on(slow)).cautions())
        .containsExactly("Two sites: flat:7, latency 5ms and flat:7, latency 50ms.");
    assertThat(difference(left, Runs.of("sync", 1_000).by(Runs.plan(4, 40))).cautions())
        .containsExactly("Two plans: concurrency 8 and 4, 40 and 40 checksum rounds.");
    assertThat(difference(left, Runs.of("sync", 1_000).by(Runs.plan(8, 400))).cautions())
        .containsExactly("Two plans: concurrency 8 and 8, 40 and 400 checksum rounds.");
    assertThat(difference(left, Runs.of("sync", 1_000).by(Runs.planWithLock())).cautions())
        .containsExactly("Two plans: only the right is with an interpreter lock.");
    assertThat(difference(left, Runs.of("sync", 1_000).on(Runs.machine(4))).cautions()).singleElement().asString()
        .startsWith("Two machines, JDKs or JVM options: 2 cores (Some CPU)").contains("; and 4 cores");
  }

  @Test
  void theLinesNameTheFilesTheCautionsAndTheRatios() {
    Difference difference = difference(
        Runs.of("sync", 1_000, 1_000, 1_000, 1_200, 1_200, 1_200),
        Runs.of("sync", 500, 500, 500, 600, 600, 600).by(Runs.plan(4, 40)));

    assertThat(difference.lines())
        .startsWith("left:  a.json", "right: b.json", "WARNING: Two plans: concurrency 8 and 4, 40 and 40 checksum rounds.")
        .anyMatch(line -> line.matches("sync +warm +1\\.10 \\(1\\.00–1\\.20\\) +0\\.55 \\(0\\.50–0\\.60\\) +0\\.50 +faster"));
  }

  private static Difference difference(Runs left, Runs right) {
    return Difference.of(Path.of("a.json"), left.results(), Path.of("b.json"), right.results(), Texts.ENGLISH);
  }

  /** Three rounds of the one, then three of the other. */
  private static Millis millis(double first, double second) {
    return Millis.of(List.of(first, first, first, second, second, second), new FigureText(Texts.ENGLISH));
  }
}
