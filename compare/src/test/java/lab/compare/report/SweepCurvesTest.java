package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.compare.report.SweepCurves.Series;
import lab.compare.run.Runs;
import lab.compare.run.Runs.Run;
import lab.compare.run.Sweep;
import lab.compare.run.SweepPoint;
import lab.crawl.measure.LowerBound.Limit;
import org.junit.jupiter.api.Test;

class SweepCurvesTest {
  private static final List<String> WIDTHS = List.of("1", "2", "4");

  @Test
  void throughputIsPagesBySecondAndItsBoundThatOfTheLeastElapsed() {
    Run run = Runs.warm("sync", 0, 2_000).pages(100).bound(500, Limit.WAITING);
    SweepCurves curves = SweepCurves.of(sweep("concurrency", WIDTHS, new SweepPoint("1", "http://h/", run.record())), Texts.ENGLISH);

    assertThat(curves.values()).containsExactly(1.0, 2.0, 4.0);
    assertThat(curves.series().getFirst().pagesPerSecond()).containsExactly(50.0, null, null);
    assertThat(curves.series().getFirst().boundPagesPerSecond()).containsExactly(200.0, null, null);
  }

  @Test
  void widthHasAKnee() {
    SweepCurves curves = SweepCurves.of(sweep("concurrency", WIDTHS, points(WIDTHS, 50, 95, 100)), Texts.ENGLISH);

    assertThat(curves.series()).extracting(Series::knee).containsExactly(Optional.of(1));
    assertThat(curves.sentences(Texts.ENGLISH)).containsExactly(
        "The most were 100 pages per second, by sync at a concurrency of 4; each point is one crawl, and so no claim.",
        "sync reaches 90 % of its best at a concurrency of 2: more of it hardly helps.");
  }

  @Test
  void aDesignThatMakesNoUseOfTheWidthHasNoKnee() {
    SweepCurves curves = SweepCurves.of(sweep("concurrency", WIDTHS, points(WIDTHS, 50, 50, 50)), Texts.ENGLISH);

    assertThat(curves.series()).extracting(Series::knee).containsExactly(Optional.empty());
  }

  @Test
  void latencyAndWorkHaveNone() {
    List<String> latencies = List.of("0ms", "10ms", "20ms");

    SweepCurves latency = SweepCurves.of(sweep("latency", latencies, points(latencies, 50, 95, 100)), Texts.ENGLISH);
    SweepCurves work = SweepCurves.of(sweep("checksum-rounds", WIDTHS, points(WIDTHS, 50, 95, 100)), Texts.ENGLISH);

    assertThat(latency.series().getFirst().knee()).isEmpty();
    assertThat(work.series().getFirst().knee()).isEmpty();
    assertThat(latency.unit()).isEqualTo("ms");
    assertThat(latency.values()).containsExactly(0.0, 10.0, 20.0);
  }

  @Test
  void theLinesMarkTheKneeAndWhatIsUnknown() {
    SweepCurves curves = SweepCurves.of(sweep("concurrency", List.of("1", "2", "4", "8"), points(WIDTHS, 50, 95, 100)), Texts.ENGLISH);

    assertThat(curves.lines()).startsWith("Pages per second:").anyMatch(line -> line.matches("1 +50 \\(–\\)"))
        .anyMatch(line -> line.matches("2 +95\\* \\(–\\)")).anyMatch(line -> line.matches("8 +– \\(–\\)"))
        .last().asString().startsWith("sync reaches 90 %");
  }

  private static SweepPoint[] points(List<String> values, int... pagesPerSecond) {
    List<SweepPoint> points = new ArrayList<>();
    for (int i = 0; i < pagesPerSecond.length; i++) {
      points.add(new SweepPoint(values.get(i), "http://h/", Runs.warm("sync", 0, 1_000).pages(pagesPerSecond[i]).record()));
    }
    return points.toArray(SweepPoint[]::new);
  }

  private static Sweep sweep(String option, List<String> values, SweepPoint... points) {
    return new Sweep("mvn", option, values, List.of("sync"), Runs.machine(2), Runs.SITE, Runs.plan(1, 40), List.of(points));
  }
}
