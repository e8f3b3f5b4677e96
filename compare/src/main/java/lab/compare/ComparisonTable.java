package lab.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import lab.crawl.measure.RunRecord;

/** The table that a comparison prints: a row a variant, its figures side by side. */
final class ComparisonTable {
  private static final String YARDSTICK = "sync";
  private static final String NONE = "–";

  private static final List<String> HEADINGS =
      List.of("variant", "cold, s", "(min–max)", "warm, s", "(min–max)", "speed-up", "CPU, s", "utilisation", "in flight",
          "threads", "RSS, MB", "start, s");

  private final Results results;

  ComparisonTable(Results results) {
    this.results = results;
  }

  /** The lines of the table: headings, a rule, a row for each variant. */
  List<String> lines() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    results.variants().forEach(variant -> rows.add(row(variant)));
    int[] widths = widths(rows);
    List<String> lines = new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
    lines.add(1, "─".repeat(lines.getFirst().length()));
    return lines;
  }

  private List<String> row(String variant) {
    Spread cold = seconds(variant, false, RunRecord::elapsedMillis);
    Spread warm = seconds(variant, true, RunRecord::elapsedMillis);
    return List.of(
        variant,
        number("%.2f", cold.median()),
        number("(%.2f–%.2f)", cold.min(), cold.max()),
        number("%.2f", warm.median()),
        number("(%.2f–%.2f)", warm.min(), warm.max()),
        speedUp(warm),
        number("%.2f", seconds(variant, true, RunRecord::clientCpuMillis).median()),
        number("%.0f %%", results.spread(variant, true, RunRecord::utilisationPercent).median()),
        peakInFlight(variant).map(String::valueOf).orElse(NONE),
        number("%.0f", highest(variant, run -> (double) run.peakThreads())),
        number("%.0f", highest(variant, run -> run.peakRssBytes() / 1e6)),
        number("%.2f", seconds(variant, false, RunRecord::startMillis).median()));
  }

  private Spread seconds(String variant, boolean warm, Function<RunRecord, Double> millis) {
    return results.spread(variant, warm, run -> millis.apply(run) / 1000);
  }

  private String speedUp(Spread warm) {
    return results.variants().contains(YARDSTICK)
        ? number("%.1f×", seconds(YARDSTICK, true, RunRecord::elapsedMillis).median() / warm.median())
        : NONE;
  }

  private Optional<Integer> peakInFlight(String variant) {
    return results.of(variant, true).stream().flatMap(run -> run.serverPeakInFlight().stream()).max(Integer::compare);
  }

  private double highest(String variant, Function<RunRecord, Double> figure) {
    return results.spread(variant, true, figure).max();
  }

  private static String number(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static int[] widths(List<List<String>> rows) {
    return IntStream.range(0, HEADINGS.size())
        .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
        .toArray();
  }

  /** Names to the left, figures to the right, a spread right beside its median. */
  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      boolean left = column == 0 || row.get(column).startsWith("(");
      String gap = column == 0 ? "" : HEADINGS.get(column).startsWith("(") ? " " : "   ";
      line.append(gap).append(String.format("%" + (left ? "-" : "") + widths[column] + "s", row.get(column)));
    }
    return line.toString();
  }
}
