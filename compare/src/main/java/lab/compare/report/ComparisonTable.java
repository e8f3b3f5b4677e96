package lab.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import lab.compare.run.Results;
import lab.compare.stats.PairedClaim;
import lab.compare.stats.Spread;
import lab.crawl.cli.TextTable;
import lab.crawl.measure.RunRecord;

/** What a comparison prints of its figures: how long each variant took, and what it cost. */
final class ComparisonTable {
  private static final String NONE = "–";

  private final Results results;

  ComparisonTable(Results results) {
    this.results = results;
  }

  /** The lines of two tables, each with a row for each variant. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(times());
    lines.add("");
    lines.addAll(costs());
    return lines;
  }

  private List<String> times() {
    TextTable table = new TextTable(
        "variant", "cold, s", "warm, s", "(min–max)", "speed-up", "(95 %)", "best possible, s", "efficiency", "bound by", "warm after");
    for (String variant : results.variants()) {
      Spread warm = results.elapsed(variant, true);
      Optional<PairedClaim> speedUp = results.speedUp(variant).filter(_ -> !variant.equals(Results.YARDSTICK));
      table.add(
          variant,
          seconds(results.elapsed(variant, false).median()),
          seconds(warm.median()),
          spread(warm),
          speedUp.map(claim -> text("%.1f×", claim.ratio())).orElse(NONE),
          speedUp.map(PairedClaim::intervalText).orElse(""),
          results.bestPossible(variant).map(ComparisonTable::seconds).orElse(NONE),
          results.efficiencyPercent(variant).map(percent -> text("%.0f %%", percent)).orElse(NONE),
          results.typical(variant, true).bound().limit().orElse(NONE),
          text("%d%s crawls", results.warmUps(variant), results.wasSteady(variant) ? "" : "+"));
    }
    return table.lines();
  }

  private List<String> costs() {
    TextTable table = new TextTable(
        "variant", "CPU, s", "compiling", "collecting", "utilisation", "in flight", "(peak)", "threads", "(own)", "RSS, MB", "start, s");
    for (String variant : results.variants()) {
      table.add(
          variant,
          seconds(warm(variant, run -> run.client().cpuMillis())),
          share(variant, run -> run.client().compilerMillis()),
          share(variant, run -> run.client().collectorMillis()),
          median(variant, run -> run.client().utilisation()).map(percent -> text("%.0f %%", percent)).orElse(NONE),
          median(variant, RunRecord::meanInFlight).map(mean -> text("%.1f", mean)).orElse(NONE),
          peakInFlight(results, variant).map(peak -> text("(%d)", peak)).orElse(""),
          text("%.0f", highest(variant, run -> (double) run.client().peakThreads())),
          text("(%.0f)", highest(variant, run -> (double) run.client().crawlerThreads())),
          text("%.0f", highest(variant, run -> run.client().peakRssBytes() / 1e6)),
          seconds(results.spread(variant, false, RunRecord::startMillis).median()));
    }
    return table.lines();
  }

  private double warm(String variant, Function<RunRecord, Double> figure) {
    return results.spread(variant, true, figure).median();
  }

  /** Of the client's CPU time. */
  private String share(String variant, Function<RunRecord, Double> millis) {
    return text("%.0f %%", 100 * warm(variant, millis) / Math.max(1, warm(variant, run -> run.client().cpuMillis())));
  }

  /** Most requests in flight at a time in any warm crawl, as the server saw it. */
  static Optional<Integer> peakInFlight(Results results, String variant) {
    return results.of(variant, true).stream().flatMap(run -> run.server().peakInFlight().stream()).max(Integer::compare);
  }

  private Optional<Double> median(String variant, Function<RunRecord, Optional<Double>> figure) {
    return results.median(variant, true, figure);
  }

  private double highest(String variant, Function<RunRecord, Double> figure) {
    return results.spread(variant, true, figure).max();
  }

  private static String spread(Spread millis) {
    return text("(%.2f–%.2f)", millis.min() / 1000, millis.max() / 1000);
  }

  private static String seconds(double millis) {
    return text("%.2f", millis / 1000);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
