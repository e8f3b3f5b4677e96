package lab.compare.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.compare.run.Sweep;
import lab.compare.run.SweepPoint;
import lab.compare.stats.Knee;
import lab.compare.stats.ValueList;
import lab.crawl.cli.TextTable;

/**
 * Throughput against the values of one option, a curve for each variant.
 *
 * @param option what was swept, for instance {@code concurrency}
 * @param unit of its values: {@code ms} or nothing
 * @param values the swept values
 * @param series a curve each
 */
public record SweepCurves(String option, String unit, List<Double> values, List<Series> series) {

  /**
   * One variant's curve.
   *
   * @param pagesPerSecond as measured; a value that wasn't measured yet is null
   * @param boundPagesPerSecond what the design could reach at best; null where that is unknown
   * @param texts how what was measured is written
   * @param boundTexts how the best is written
   * @param knee the place of the value from which on more hardly helps, if there is such a one
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Series(
      String variant, List<Double> pagesPerSecond, List<Double> boundPagesPerSecond, List<String> texts, List<String> boundTexts,
      Optional<Integer> knee) {}

  /** The curves of what was measured so far, with figures as a language writes them. */
  public static SweepCurves of(Sweep sweep, Texts texts) {
    FigureText figures = new FigureText(texts);
    List<Double> values = sweep.values().stream().map(SweepCurves::number).toList();
    List<Series> series = sweep.variants().stream().map(variant -> series(sweep, variant, values, figures)).toList();
    return new SweepCurves(sweep.option(), sweep.option().equals("latency") ? "ms" : "", values, series);
  }

  private static Series series(Sweep sweep, String variant, List<Double> values, FigureText figures) {
    List<Double> measured = new ArrayList<>();
    List<Double> bounds = new ArrayList<>();
    List<Knee.Point> curve = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Optional<SweepPoint> point = sweep.point(variant, sweep.values().get(i));
      measured.add(point.map(SweepPoint::pagesPerSecond).orElse(null));
      bounds.add(point.flatMap(SweepPoint::boundPagesPerSecond).orElse(null));
      if (point.isPresent()) {
        curve.add(new Knee.Point(values.get(i), point.get().pagesPerSecond()));
      }
    }
    // More latency or more work never helps, and to a design without a width no width does: neither curve has a knee.
    boolean mayHelp = sweep.option().equals("concurrency") && measured.stream().distinct().count() > 1;
    Optional<Integer> knee = mayHelp
        ? Knee.of(curve).map(point -> values.indexOf(point.value()))
        : Optional.empty();
    return new Series(variant, measured, bounds, texts(measured, figures), texts(bounds, figures), knee);
  }

  private static List<String> texts(List<Double> pagesPerSecond, FigureText figures) {
    return pagesPerSecond.stream().map(figure -> figure == null ? FigureText.NONE : figures.whole(figure)).toList();
  }

  private static double number(String value) {
    return value.endsWith("s")
        ? ValueList.latencies(value).getFirst().toNanos() / 1e6
        : Double.parseDouble(value);
  }

  /** The lines to print. */
  public List<String> lines() {
    List<String> headings = new ArrayList<>(List.of(option));
    series.forEach(one -> headings.addAll(List.of(one.variant, "(at best)")));
    TextTable table = new TextTable(headings.toArray(String[]::new));
    for (int i = 0; i < values.size(); i++) {
      table.add(row(i));
    }
    List<String> lines = new ArrayList<>(List.of("Pages per second:"));
    lines.addAll(table.lines());
    lines.add("");
    lines.addAll(sentences(Texts.ENGLISH));
    return lines;
  }

  /** What came out, in words: the highest figure, which is one crawl's and claims nothing, and where curves bend. */
  List<String> sentences(Texts texts) {
    FigureText figures = new FigureText(texts);
    List<String> sentences = new ArrayList<>();
    series.stream()
        .flatMap(one -> IntStream.range(0, values.size()).mapToObj(place -> new Reached(one, place)))
        .filter(reached -> reached.pagesPerSecond() != null)
        .max(Comparator.comparingDouble(Reached::pagesPerSecond))
        .ifPresent(most -> sentences.add(
            texts.say("sweep.most", figures.whole(most.pagesPerSecond()), most.by.variant, option, value(most.place))));
    series.forEach(one ->
        one.knee.ifPresent(knee -> sentences.add(texts.say("sweep.bends", one.variant, option, value(knee)))));
    return sentences;
  }

  /** One variant at one value. */
  private record Reached(Series by, int place) {
    Double pagesPerSecond() {
      return by.pagesPerSecond.get(place);
    }
  }

  private String[] row(int place) {
    List<String> row = new ArrayList<>(List.of(value(place)));
    for (Series one : series) {
      row.add(one.texts.get(place) + (one.knee.equals(Optional.of(place)) ? "*" : ""));
      row.add("(" + one.boundTexts.get(place) + ")");
    }
    return row.toArray(String[]::new);
  }

  private String value(int place) {
    return String.format(Locale.ROOT, "%.0f%s", values.get(place), unit);
  }
}
