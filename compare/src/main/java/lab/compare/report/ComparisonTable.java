package lab.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import lab.compare.run.Results;
import lab.compare.stats.PairedClaim;
import lab.compare.stats.Spread;
import lab.crawl.measure.RunRecord;

/** What a comparison prints of its figures: how long each variant took, and what it cost. */
final class ComparisonTable {
  private final Results results;
  private final Texts texts;
  private final FigureText figures;

  ComparisonTable(Results results, Texts texts) {
    this.results = results;
    this.texts = texts;
    this.figures = new FigureText(texts);
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
    List<String> headings = headings("variant", "cold", "warm", "range", "speed-up", "sure", "best", "efficiency", "bound-by", "warm-after");
    return new FiguresTable(texts.say("table.times"), headings, results.variants().stream().map(this::time).toList());
  }

  private List<String> time(String variant) {
    Spread warm = results.elapsed(variant, true);
    Optional<PairedClaim> speedUp = results.speedUp(variant).filter(_ -> !variant.equals(Results.YARDSTICK));
    return List.of(
        variant,
        figures.seconds(results.elapsed(variant, false).median()),
        figures.seconds(warm.median()),
        figures.range(warm),
        speedUp.map(claim -> figures.times(claim.ratio())).orElse(FigureText.NONE),
        speedUp.map(figures::interval).orElse(""),
        results.bestPossible(variant).map(figures::seconds).orElse(FigureText.NONE),
        results.efficiencyPercent(variant).map(figures::percent).orElse(FigureText.NONE),
        results.typical(variant, true).bound().limit().map(limit -> texts.say("limit." + limit.label())).orElse(FigureText.NONE),
        texts.say("table.crawls", results.warmUps(variant) + (results.wasSteady(variant) ? "" : "+")));
  }

  private List<String> headings(String... names) {
    return Stream.of(names).map(name -> texts.say("table." + name)).toList();
  }

  /** What that took of the machine. */
  FiguresTable costs() {
    List<String> headings = headings(
        "variant", "cpu", "compiling", "collecting", "utilisation", "in-flight", "peak", "threads", "own", "rss", "heap", "start");
    return new FiguresTable(texts.say("table.costs"), headings, results.variants().stream().map(this::cost).toList());
  }

  private List<String> cost(String variant) {
    return List.of(
        variant,
        figures.seconds(warm(variant, run -> run.client().cpuMillis())),
        share(variant, run -> run.client().compilerMillis()),
        share(variant, run -> run.client().collectorMillis()),
        median(variant, run -> run.client().utilisation()).map(figures::percent).orElse(FigureText.NONE),
        median(variant, RunRecord::meanInFlight).map(figures::oneDigit).orElse(FigureText.NONE),
        peakInFlight(variant).map(peak -> "(" + peak + ")").orElse(""),
        figures.whole(highest(variant, run -> (double) run.client().peakThreads())),
        "(" + figures.whole(highest(variant, run -> (double) run.client().crawlerThreads())) + ")",
        figures.whole(highest(variant, run -> run.client().peakRssBytes() / 1e6)),
        median(variant, run -> run.client().heapLeftBytes().map(bytes -> bytes / 1e6)).map(figures::whole).orElse(FigureText.NONE),
        figures.seconds(results.spread(variant, false, RunRecord::startMillis).median()));
  }

  /** How long single pages took; of interest where the tables above leave a question, and so not for the terminal. */
  FiguresTable pages() {
    List<String> headings = headings("variant", "fetch", "p95", "visit", "p95");
    return new FiguresTable(texts.say("table.pages"), headings, results.variants().stream().map(this::page).toList());
  }

  private List<String> page(String variant) {
    return List.of(
        variant,
        median(variant, run -> run.pageTimes().fetchP50Millis()).map(figures::oneDigit).orElse(FigureText.NONE),
        p95(variant, run -> run.pageTimes().fetchP95Millis()),
        median(variant, run -> run.pageTimes().visitP50Millis()).map(figures::oneDigit).orElse(FigureText.NONE),
        p95(variant, run -> run.pageTimes().visitP95Millis()));
  }

  private String p95(String variant, Function<RunRecord, Optional<Double>> figure) {
    return median(variant, figure).map(millis -> "(" + figures.oneDigit(millis) + ")").orElse("");
  }

  private double warm(String variant, Function<RunRecord, Double> figure) {
    return results.spread(variant, true, figure).median();
  }

  /** Of the client's CPU time. */
  private String share(String variant, Function<RunRecord, Double> millis) {
    return figures.share(warm(variant, millis), warm(variant, run -> run.client().cpuMillis()));
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
