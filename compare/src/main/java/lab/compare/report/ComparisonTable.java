package lab.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lab.compare.run.Results;
import lab.compare.stats.PairedClaim;
import lab.compare.stats.Spread;
import lab.crawl.measure.RunRecord;

/** What a comparison prints of its figures: how long each variant took, and what it cost. */
final class ComparisonTable {
  private final Results results;

  ComparisonTable(Results results) {
    this.results = results;
  }

  /** The lines of two tables, each with a row for each variant. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(times().lines());
    lines.add("");
    lines.addAll(costs().lines());
    return lines;
  }

  /** How long each one took. */
  FiguresTable times() {
    List<String> headings = List.of(
        "variant", "cold, s", "warm, s", "(min–max)", "speed-up", "(95 %)", "best possible, s", "efficiency", "bound by", "warm after");
    return new FiguresTable("How fast, and why not faster", headings, results.variants().stream().map(this::time).toList());
  }

  private List<String> time(String variant) {
    Spread warm = results.elapsed(variant, true);
    Optional<PairedClaim> speedUp = results.speedUp(variant).filter(_ -> !variant.equals(Results.YARDSTICK));
    return List.of(
        variant,
        FigureText.seconds(results.elapsed(variant, false).median()),
        FigureText.seconds(warm.median()),
        FigureText.range(warm),
        speedUp.map(claim -> FigureText.times(claim.ratio())).orElse(FigureText.NONE),
        speedUp.map(FigureText::interval).orElse(""),
        results.bestPossible(variant).map(FigureText::seconds).orElse(FigureText.NONE),
        results.efficiencyPercent(variant).map(FigureText::percent).orElse(FigureText.NONE),
        results.typical(variant, true).bound().limit().orElse(FigureText.NONE),
        FigureText.text("%d%s crawls", results.warmUps(variant), results.wasSteady(variant) ? "" : "+"));
  }

  /** What that took of the machine. */
  FiguresTable costs() {
    List<String> headings = List.of(
        "variant", "CPU, s", "compiling", "collecting", "utilisation", "in flight", "(peak)", "threads", "(own)", "RSS, MB", "heap, MB", "start, s");
    return new FiguresTable("What the warm crawls cost", headings, results.variants().stream().map(this::cost).toList());
  }

  private List<String> cost(String variant) {
    return List.of(
        variant,
        FigureText.seconds(warm(variant, run -> run.client().cpuMillis())),
        share(variant, run -> run.client().compilerMillis()),
        share(variant, run -> run.client().collectorMillis()),
        median(variant, run -> run.client().utilisation()).map(FigureText::percent).orElse(FigureText.NONE),
        median(variant, RunRecord::meanInFlight).map(FigureText::oneDigit).orElse(FigureText.NONE),
        peakInFlight(variant).map(peak -> "(" + peak + ")").orElse(""),
        FigureText.whole(highest(variant, run -> (double) run.client().peakThreads())),
        FigureText.text("(%.0f)", highest(variant, run -> (double) run.client().crawlerThreads())),
        FigureText.whole(highest(variant, run -> run.client().peakRssBytes() / 1e6)),
        median(variant, run -> run.client().heapLeftBytes().map(bytes -> bytes / 1e6)).map(FigureText::whole).orElse(FigureText.NONE),
        FigureText.seconds(results.spread(variant, false, RunRecord::startMillis).median()));
  }

  /** How long single pages took; of interest where the tables above leave a question, and so not for the terminal. */
  FiguresTable pages() {
    List<String> headings = List.of("variant", "fetch, ms", "(p95)", "visit, ms", "(p95)");
    return new FiguresTable("How long one page took", headings, results.variants().stream().map(this::page).toList());
  }

  private List<String> page(String variant) {
    return List.of(
        variant,
        median(variant, run -> run.pageTimes().fetchP50Millis()).map(FigureText::oneDigit).orElse(FigureText.NONE),
        p95(variant, run -> run.pageTimes().fetchP95Millis()),
        median(variant, run -> run.pageTimes().visitP50Millis()).map(FigureText::oneDigit).orElse(FigureText.NONE),
        p95(variant, run -> run.pageTimes().visitP95Millis()));
  }

  private String p95(String variant, Function<RunRecord, Optional<Double>> figure) {
    return median(variant, figure).map(millis -> FigureText.text("(%.1f)", millis)).orElse("");
  }

  private double warm(String variant, Function<RunRecord, Double> figure) {
    return results.spread(variant, true, figure).median();
  }

  /** Of the client's CPU time. */
  private String share(String variant, Function<RunRecord, Double> millis) {
    return FigureText.share(warm(variant, millis), warm(variant, run -> run.client().cpuMillis()));
  }

  /** Most requests in flight at a time in any warm crawl, as the server saw it. */
  private Optional<Integer> peakInFlight(String variant) {
    return results.of(variant, true).stream().flatMap(run -> run.server().peakInFlight().stream()).max(Integer::compare);
  }

  private Optional<Double> median(String variant, Function<RunRecord, Optional<Double>> figure) {
    return results.median(variant, true, figure);
  }

  private double highest(String variant, Function<RunRecord, Double> figure) {
    return results.spread(variant, true, figure).max();
  }
}
