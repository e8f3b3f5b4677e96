package lab.compare.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import lab.compare.Commands;
import lab.compare.run.CrawlTimeline;
import lab.compare.run.Results;
import lab.compare.run.Sweep;
import lab.compare.run.SweepRun;
import lab.compare.stats.Spread;
import lab.crawl.measure.Json;
import lab.crawl.measure.Machine;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.ProcessWatch.Sample;
import lab.crawl.measure.RunRecord;
import lab.crawl.measure.Timeline.LaneRecord;
import lab.lecture.LabResult;
import lab.lecture.Lecture;
import lab.lecture.Lecture.DecidedClaim;

/**
 * What the report's page is made of, as JSON for its scripts. What there is nothing to say of is absent.
 *
 * @param title what was run
 * @param headline what came out, in sentences
 * @param warnings what the reader should know before trusting it
 * @param variants a row of figures each
 * @param timelines a cold and a warm crawl of each variant
 * @param verified what was checked, in sentences
 * @param machine what it ran on
 * @param plan how it was crawled
 * @param command what to type to measure it again
 * @param begunAt when the first crawl began
 * @param diff two runs side by side
 * @param sweep figures against one option's values
 * @param labs that were run
 * @param claims of the lecture, with what was found
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ReportData(
    String title,
    List<String> headline,
    List<String> warnings,
    List<VariantFigures> variants,
    List<DrawnCrawl> timelines,
    List<String> verified,
    String machine,
    Optional<PlanRecord> plan,
    String command,
    Optional<String> begunAt,
    Optional<Difference> diff,
    Optional<SweepCurves> sweep,
    List<LabResult> labs,
    List<DecidedClaim> claims) {

  /** A median with the lowest and the highest figure. */
  record Millis(double medianMillis, double minMillis, double maxMillis) {
    static Millis of(Spread millis) {
      return new Millis(millis.median(), millis.min(), millis.max());
    }
  }

  /** One variant's figures; all but {@code cold} and {@code startMillis} are of its warm crawls. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record VariantFigures(
      String name,
      Millis cold,
      Millis warm,
      Optional<Double> speedUp,
      double cpuMillis,
      double utilisationPercent,
      Optional<Integer> inFlight,
      double threads,
      double rssBytes,
      double startMillis,
      Optional<Double> boundMillis,
      Optional<Double> efficiencyPercent,
      Optional<String> bindingLimit,
      Optional<String> advice) {}

  /** One crawl that is drawn, with its own bound; times in microseconds since its begin. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record DrawnCrawl(
      String variant,
      boolean warm,
      int round,
      long elapsedMicros,
      Optional<Double> boundMillis,
      List<String> urls,
      List<Long> discovered,
      List<LaneRecord> lanes,
      Busy samples) {}

  /** How busy the client was: the n-th figure was so at the n-th time. */
  record Busy(List<Long> at, List<Double> cpuPercent) {}

  /** The report of a comparison. */
  public static ReportData of(Results results, List<CrawlTimeline> timelines) {
    return new ReportData(
        ComparisonReport.crawl(results),
        new Headline(results).sentences(),
        new Warnings(results).lines(),
        results.variants().stream().map(variant -> figures(results, variant)).toList(),
        timelines.stream().map(crawl -> drawn(crawl, bound(results, crawl))).toList(),
        results.checked(),
        ComparisonReport.machine(results.machine()),
        Optional.of(results.plan()),
        results.command(),
        results.runs().stream().findFirst().map(RunRecord::begunAt),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /** The report of two comparisons side by side. */
  public static ReportData of(Difference difference, Results right) {
    return new ReportData(
        difference.left() + " and " + difference.right(),
        difference.rows().stream().filter(Difference.Row::warm).map(Difference.Row::sentence).toList(),
        difference.cautions(),
        List.of(),
        List.of(),
        List.of(),
        ComparisonReport.machine(right.machine()),
        Optional.of(right.plan()),
        Commands.compare(List.of("--diff", difference.left(), difference.right())),
        Optional.empty(),
        Optional.of(difference),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /** The report of a sweep. */
  public static ReportData of(Sweep sweep, SweepCurves curves) {
    return new ReportData(
        SweepRun.title(sweep),
        curves.sentences(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        ComparisonReport.machine(sweep.machine()),
        Optional.of(sweep.plan()),
        sweep.command(),
        sweep.points().stream().findFirst().map(point -> point.run().begunAt()),
        Optional.empty(),
        Optional.of(curves),
        List.of(),
        List.of());
  }

  /** The report of labs, of which only timelines are known so far. */
  public static ReportData ofTimelines(List<CrawlTimeline> timelines) {
    return new ReportData(
        "The labs",
        List.of(),
        List.of(),
        List.of(),
        timelines.stream().map(crawl -> drawn(crawl, Optional.empty())).toList(),
        List.of(),
        ComparisonReport.machine(Machine.here()),
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /** The same with labs. */
  public ReportData withLabs(List<LabResult> shown) {
    return new ReportData(
        title, headline, warnings, variants, timelines, verified, machine, plan, command, begunAt, diff, sweep, shown, claims);
  }

  /** The same as the page of a lecture. */
  public ReportData withLecture(Lecture lecture) {
    return new ReportData(
        "The lecture, decided", List.of(lecture.summary()), warnings, variants, timelines, verified, machine, plan,
        lecture.command(), Optional.of(lecture.begunAt()), diff, sweep, lecture.labs(), lecture.claims());
  }

  /** As the page takes it. */
  public String json() {
    return Json.line(this);
  }

  private static VariantFigures figures(Results results, String variant) {
    RunRecord typical = results.typical(variant, true);
    return new VariantFigures(
        variant,
        Millis.of(results.elapsed(variant, false)),
        Millis.of(results.elapsed(variant, true)),
        results.speedUp(variant),
        results.spread(variant, true, run -> run.client().cpuMillis()).median(),
        results.spread(variant, true, run -> run.client().utilisationPercent()).median(),
        ComparisonTable.peakInFlight(results, variant),
        results.spread(variant, true, run -> (double) run.client().peakThreads()).max(),
        results.spread(variant, true, run -> (double) run.client().peakRssBytes()).max(),
        results.spread(variant, false, RunRecord::startMillis).median(),
        results.median(variant, true, run -> run.bound().millis()),
        results.median(variant, true, run -> run.bound().efficiencyPercent()),
        typical.bound().limit(),
        typical.bound().advice());
  }

  private static Optional<Double> bound(Results results, CrawlTimeline crawl) {
    return results.of(crawl.variant(), crawl.warm()).stream()
        .filter(run -> run.round() == crawl.round())
        .findFirst()
        .flatMap(run -> run.bound().millis());
  }

  private static DrawnCrawl drawn(CrawlTimeline crawl, Optional<Double> boundMillis) {
    List<Sample> samples = crawl.samples();
    return new DrawnCrawl(
        crawl.variant(),
        crawl.warm(),
        crawl.round(),
        crawl.timeline().elapsed(),
        boundMillis,
        crawl.timeline().urls(),
        crawl.timeline().discovered(),
        crawl.timeline().lanes(),
        new Busy(
            samples.stream().map(sample -> sample.at() - crawl.timeline().begunAt()).toList(),
            samples.stream().map(Sample::cpuPercent).toList()));
  }
}
