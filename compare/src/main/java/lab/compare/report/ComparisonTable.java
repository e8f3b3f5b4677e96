package lab.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import lab.compare.run.Results;
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
        "variant", "cold, s", "(min–max)", "warm, s", "(min–max)", "speed-up", "best possible, s", "efficiency", "bound by");
    for (String variant : results.variants()) {
      Spread cold = results.elapsed(variant, false);
      Spread warm = results.elapsed(variant, true);
      table.add(
          variant,
          seconds(cold.median()),
          spread(cold),
          seconds(warm.median()),
          spread(warm),
          results.speedUp(variant).map(times -> text("%.1f×", times)).orElse(NONE),
          median(variant, run -> run.bound().millis()).map(ComparisonTable::seconds).orElse(NONE),
          median(variant, run -> run.bound().efficiencyPercent()).map(percent -> text("%.0f %%", percent)).orElse(NONE),
          results.typical(variant, true).bound().limit().orElse(NONE));
    }
    return table.lines();
  }

  private List<String> costs() {
    TextTable table = new TextTable("variant", "CPU, s", "utilisation", "in flight", "threads", "RSS, MB", "start, s");
    for (String variant : results.variants()) {
      table.add(
          variant,
          seconds(results.spread(variant, true, run -> run.client().cpuMillis()).median()),
          text("%.0f %%", results.spread(variant, true, run -> run.client().utilisationPercent()).median()),
          peakInFlight(results, variant).map(String::valueOf).orElse(NONE),
          text("%.0f", highest(variant, run -> (double) run.client().peakThreads())),
          text("%.0f", highest(variant, run -> run.client().peakRssBytes() / 1e6)),
          seconds(results.spread(variant, false, RunRecord::startMillis).median()));
    }
    return table.lines();
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
