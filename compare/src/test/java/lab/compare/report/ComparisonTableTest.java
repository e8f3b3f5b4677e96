package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.compare.run.Runs;
import lab.crawl.measure.LowerBound.Limit;
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
        Runs.cold("sync", 1, 12_000).bound(1, Limit.COMPUTING), Runs.warm("sync", 1, 10_000).bound(9_000, Limit.WAITING),
        Runs.cold("async", 1, 4_000).bound(1, Limit.COMPUTING), Runs.warm("async", 1, 2_000).bound(1_000, Limit.DISCOVERING),
        Runs.cold("sync", 2, 14_000).bound(1, Limit.COMPUTING), Runs.warm("sync", 2, 10_000).bound(9_200, Limit.WAITING),
        Runs.cold("async", 2, 5_000).bound(1, Limit.COMPUTING), Runs.warm("async", 2, 3_000).bound(1_200, Limit.DISCOVERING)));

    assertThat(cells(lines.get(0))).containsExactly("variant", "cold, s", "warm, s", "(min–max)", "speed-up", "(95 %)",
        "best possible, s", "efficiency", "bound by", "warm after");
    // By hand: 9,000 ÷ 10,000.
    assertThat(cells(lines.get(2)))
        .containsExactly("sync", "13.00", "10.00", "(10.00–10.00)", "–", "9.00", "90 %", "waiting", "11 crawls");
    // By hand: the mean of 10,000 ÷ 2,000 and 10,000 ÷ 3,000; 1,000 ÷ 2,500. Two rounds have no interval.
    assertThat(cells(lines.get(3)))
        .containsExactly("async", "4.50", "2.50", "(2.00–3.00)", "4.17×", "1.00", "40 %", "discovering", "11 crawls");
  }

  @Test
  void sixRoundsGiveTheSpeedUpAnInterval() {
    List<String> lines = table(Runs.of("sync", 10_000, 10_000, 10_000, 10_000, 10_000, 10_000)
        .and("async", 2_000, 2_500, 2_500, 2_500, 2_500, 4_000));

    assertThat(cells(lines.get(3))).startsWith("async", "5.00", "2.50", "(2.00–4.00)", "4.00×", "(2.50–5.00)");
  }

  @Test
  void whoWasNotWarmIsMarked() {
    List<String> lines = table(Runs.of("async", 2_000)
        .and(Runs.warmUp("async", 1, 5_000), Runs.warmUp("async", 1, 3_000), Runs.warmUp("async", 1, 2_000)));

    assertThat(cells(lines.get(2))).endsWith("4+ crawls");
  }

  @Test
  void costsAreMediansButPeaksAreTheHighest() {
    List<String> lines = table(Runs.of(
        Runs.cold("async", 1, 4_000).start(800).cpu(9_000).threads(99).rss(999_000_000).inFlight(99),
        Runs.warm("async", 1, 2_000).start(800).cpu(1_000).threads(21).rss(120_000_000).heapLeft(20_000_000).inFlight(7),
        Runs.cold("async", 2, 4_000).start(1_000).cpu(9_000).threads(99).rss(999_000_000).inFlight(99),
        Runs.warm("async", 2, 2_000).start(1_000).cpu(2_000).threads(20).rss(130_000_000).heapLeft(40_000_000).inFlight(8)));

    assertThat(cells(lines.get(4)))
        .containsExactly("variant", "CPU, s", "compiling", "collecting", "utilisation", "in flight", "(peak)", "threads", "(own)", "RSS, MB",
            "heap, MB", "start, s");
    // By hand: 8 requests of 5 ms in 2,000 ms.
    assertThat(cells(lines.get(6)))
        .containsExactly("async", "1.50", "0 %", "0 %", "75 %", "0.0", "(8)", "21", "(0)", "130", "30", "0.90");
  }

  @Test
  void withoutSyncThereIsNoSpeedUp() {
    List<String> lines = table(Runs.of(Runs.cold("async", 1, 4_000), Runs.warm("async", 1, 2_000).bound(1_000, Limit.WAITING)));

    assertThat(cells(lines.get(2)))
        .containsExactly("async", "4.00", "2.00", "(2.00–2.00)", "–", "1.00", "50 %", "waiting", "11 crawls");
  }

  @Test
  void whatIsUnknownIsADash() {
    List<String> lines = table(Runs.of(
        Runs.cold("sync", 1, 4_000).onARealSite(), Runs.warm("sync", 1, 2_000).onARealSite()));

    assertThat(cells(lines.get(2)))
        .containsExactly("sync", "4.00", "2.00", "(2.00–2.00)", "–", "–", "–", "–", "11 crawls");
    assertThat(cells(lines.get(6))).containsExactly("sync", "1.00", "0 %", "0 %", "50 %", "–", "20", "(0)", "100", "–", "0.50");
  }

  @Test
  void ofSoLittleCpuTimeNoUtilisationIsTold() {
    List<String> lines = table(Runs.of(Runs.cold("sync", 1, 4_000), Runs.warm("sync", 1, 300).cpu(190)));

    assertThat(cells(lines.get(6))).startsWith("sync", "0.19", "0 %", "0 %", "–");
  }

  @Test
  void pagesHaveMediansOfTheRoundsPercentiles() {
    Runs runs = Runs.of(
        Runs.cold("async", 1, 4_000).pageTimes(99, 99, 99, 99), Runs.warm("async", 1, 2_000).pageTimes(10, 20, 30, 40),
        Runs.warm("async", 2, 2_000).pageTimes(11, 21, 31, 41), Runs.cold("sync", 1, 2_000), Runs.warm("sync", 1, 2_000));
    FiguresTable pages = new ComparisonTable(runs.results(), Texts.ENGLISH).pages();

    assertThat(pages.headings()).containsExactly("variant", "fetch, ms", "(p95)", "visit, ms", "(p95)");
    assertThat(pages.rows()).containsExactly(
        List.of("async", "10.5", "(20.5)", "30.5", "(40.5)"), List.of("sync", "–", "", "–", ""));
  }

  private static List<String> table(Runs runs) {
    return new ComparisonTable(runs.results(), Texts.ENGLISH).lines();
  }

  /** Cells lie three spaces apart, a spread one space behind its median. */
  private static String[] cells(String line) {
    return line.split("\\s{2,}| (?=\\()");
  }
}
