package lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.measure.Machine;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.RunRecord;
import lab.crawl.measure.SiteRecord;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {

  @Test
  void aRowHoldsMediansSpreadsAndTheSpeedUp() {
    List<String> lines = table(
        run("sync", 1, false, 12_000), run("sync", 1, true, 10_000),
        run("async", 1, false, 4_000), run("async", 1, true, 2_000),
        run("sync", 2, false, 14_000), run("sync", 2, true, 10_000),
        run("async", 2, false, 5_000), run("async", 2, true, 3_000));

    assertThat(lines).hasSize(4);
    assertThat(lines.get(2).split("\\s{2,}| (?=\\()"))
        .startsWith("sync", "13.00", "(12.00–14.00)", "10.00", "(10.00–10.00)", "1.0×");
    assertThat(lines.get(3).split("\\s{2,}| (?=\\()"))
        .startsWith("async", "4.50", "(4.00–5.00)", "2.50", "(2.00–3.00)", "4.0×", "1.00", "50 %", "8");
  }

  @Test
  void withoutSyncThereIsNoSpeedUp() {
    List<String> lines = table(run("async", 1, false, 4_000), run("async", 1, true, 2_000));

    assertThat(lines.get(2)).contains("–   ");
    assertThat(lines.get(2)).doesNotContain("×");
  }

  private static List<String> table(RunRecord... runs) {
    return new ComparisonTable(
            new Results(
                Machine.here(),
                new SiteRecord("flat:7", Optional.of("5ms"), "http://h/"),
                PlanRecord.of(CrawlPlan.of("http://h/").build()),
                List.of(runs)))
        .lines();
  }

  private static RunRecord run(String variant, int round, boolean warm, double millis) {
    return new RunRecord(variant, round, warm, millis, 500, 1_000, 50, 8, 0, 4_000, true, false, "digest",
        Optional.of(8), Optional.of(8), Optional.of(8), 20, 100_000_000);
  }
}
