package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.compare.run.Runs;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {

  @Test
  void twoTablesWithARowForEachVariantInTheOrderOfTheFirstRound() {
    List<String> lines = table(Runs.of("sync", 10_000).and("async", 2_000));

    assertThat(lines).hasSize(9);
    assertThat(lines.get(4)).as("between the tables").isEmpty();
    assertThat(lines).extracting(line -> line.split(" ")[0])
        .containsSubsequence("variant", "sync", "async", "variant", "sync", "async");
  }

  @Test
  void timesAreMediansWithTheirSpreadsAndAllElseIsOfTheWarmCrawls() {
    List<String> lines = table(Runs.of(
        Runs.cold("sync", 1, 12_000).bound(1, "computing"), Runs.warm("sync", 1, 10_000).bound(9_000, "waiting"),
        Runs.cold("async", 1, 4_000).bound(1, "computing"), Runs.warm("async", 1, 2_000).bound(1_000, "discovering"),
        Runs.cold("sync", 2, 14_000).bound(1, "computing"), Runs.warm("sync", 2, 10_000).bound(9_200, "waiting"),
        Runs.cold("async", 2, 5_000).bound(1, "computing"), Runs.warm("async", 2, 3_000).bound(1_200, "discovering")));

    assertThat(cells(lines.get(0))).containsExactly("variant", "cold, s", "(min–max)", "warm, s", "(min–max)", "speed-up",
        "best possible, s", "efficiency", "bound by");
    // By hand: (9,000 + 9,200) ÷ 2; the mean of 90 % and 92 %.
    assertThat(cells(lines.get(2))).containsExactly("sync", "13.00", "(12.00–14.00)", "10.00", "(10.00–10.00)", "1.0×", "9.10",
        "91 %", "waiting");
    // By hand: 10,000 ÷ 2,500; the mean of 1,000 ÷ 2,000 and 1,200 ÷ 3,000.
    assertThat(cells(lines.get(3))).containsExactly("async", "4.50", "(4.00–5.00)", "2.50", "(2.00–3.00)", "4.0×", "1.10",
        "45 %", "discovering");
  }

  @Test
  void costsAreMediansButPeaksAreTheHighest() {
    List<String> lines = table(Runs.of(
        Runs.cold("async", 1, 4_000).start(800).cpu(9_000).threads(99).rss(999_000_000).inFlight(99),
        Runs.warm("async", 1, 2_000).start(800).cpu(1_000).threads(21).rss(120_000_000).inFlight(7),
        Runs.cold("async", 2, 4_000).start(1_000).cpu(9_000).threads(99).rss(999_000_000).inFlight(99),
        Runs.warm("async", 2, 2_000).start(1_000).cpu(2_000).threads(20).rss(130_000_000).inFlight(8)));

    assertThat(cells(lines.get(4)))
        .containsExactly("variant", "CPU, s", "utilisation", "in flight", "threads", "RSS, MB", "start, s");
    assertThat(cells(lines.get(6))).containsExactly("async", "1.50", "75 %", "8", "21", "130", "0.90");
  }

  @Test
  void withoutSyncThereIsNoSpeedUp() {
    List<String> lines = table(Runs.of(Runs.cold("async", 1, 4_000), Runs.warm("async", 1, 2_000).bound(1_000, "waiting")));

    assertThat(cells(lines.get(2)))
        .containsExactly("async", "4.00", "(4.00–4.00)", "2.00", "(2.00–2.00)", "–", "1.00", "50 %", "waiting");
  }

  @Test
  void whatIsUnknownIsADash() {
    List<String> lines = table(Runs.of(
        Runs.cold("sync", 1, 4_000).onARealSite(), Runs.warm("sync", 1, 2_000).onARealSite()));

    assertThat(cells(lines.get(2)))
        .containsExactly("sync", "4.00", "(4.00–4.00)", "2.00", "(2.00–2.00)", "1.0×", "–", "–", "–");
    assertThat(cells(lines.get(6))).containsExactly("sync", "1.00", "50 %", "–", "20", "100", "0.50");
  }

  private static List<String> table(Runs runs) {
    return new ComparisonTable(runs.results()).lines();
  }

  /** Cells lie three spaces apart, a spread one space behind its median. */
  private static String[] cells(String line) {
    return line.split("\\s{2,}| (?=\\()");
  }
}
