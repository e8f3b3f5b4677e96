package lab.compare.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.compare.run.Results;
import lab.compare.stats.Spread;
import lab.crawl.measure.RunRecord;

/**
 * One variant's figures as the page draws them. Each bar brings its text along, so that it says the same as the tables.
 *
 * @param cold elapsed of fresh JVMs' first crawls
 * @param warm elapsed of the rounds
 * @param best the least elapsed that was possible
 * @param coldCpu the client's CPU time of the cold crawls
 * @param warmCpu the same of the rounds
 * @param siteCpu the site's CPU time in the rounds
 * @param othersCpu that of all other programs in the rounds
 * @param jvms a curve for each JVM, from its first crawl to its last
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record VariantFigures(
    String name,
    Millis cold,
    Millis warm,
    Optional<Amount> best,
    Cpu coldCpu,
    Cpu warmCpu,
    Optional<Amount> siteCpu,
    Optional<Amount> othersCpu,
    List<JvmCurve> jvms) {

  /**
   * Times of some rounds: their median with the lowest and the highest, and each of them.
   *
   * @param text the median in seconds
   * @param range from the lowest to the highest, in seconds
   */
  record Millis(double medianMillis, double minMillis, double maxMillis, List<Double> rounds, String text, String range) {
    static Millis of(List<Double> rounds, FigureText figures) {
      Spread spread = Spread.of(rounds);
      return new Millis(
          spread.median(), spread.min(), spread.max(), List.copyOf(rounds), figures.seconds(spread.median()), figures.range(spread));
    }
  }

  /** A time, and how it is written in seconds. */
  record Amount(double millis, String text) {
    static Amount of(double millis, FigureText figures) {
      return new Amount(millis, figures.seconds(millis));
    }
  }

  /** Medians of CPU time; the pages' work is what compiling and collecting leave of the whole. */
  record Cpu(Amount whole, Amount pages, Amount compiling, Amount collecting) {
    static Cpu of(Results results, String variant, boolean warm, FigureText figures) {
      double whole = results.spread(variant, warm, run -> run.client().cpuMillis()).median();
      double compiling = results.spread(variant, warm, run -> run.client().compilerMillis()).median();
      double collecting = results.spread(variant, warm, run -> run.client().collectorMillis()).median();
      double pages = Math.max(0, whole - compiling - collecting);
      return new Cpu(
          Amount.of(whole, figures), Amount.of(pages, figures), Amount.of(compiling, figures), Amount.of(collecting, figures));
    }
  }

  /**
   * All crawls of one JVM, in their order.
   *
   * @param measuredFrom the number of the first crawl that counts, from 1 on
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record JvmCurve(List<Double> cpuMillis, List<Double> elapsedMillis, Optional<Integer> measuredFrom) {
    static JvmCurve of(List<RunRecord> crawls) {
      return new JvmCurve(
          crawls.stream().map(run -> run.client().cpuMillis()).toList(),
          crawls.stream().map(RunRecord::elapsedMillis).toList(),
          IntStream.range(0, crawls.size()).filter(i -> crawls.get(i).round() > 0).mapToObj(i -> i + 1).findFirst());
    }
  }

  static VariantFigures of(Results results, String variant, FigureText figures) {
    return new VariantFigures(
        variant,
        Millis.of(elapsed(results, variant, false), figures),
        Millis.of(elapsed(results, variant, true), figures),
        results.bestPossible(variant).map(best -> Amount.of(best, figures)),
        Cpu.of(results, variant, false, figures),
        Cpu.of(results, variant, true, figures),
        results.median(variant, true, run -> run.server().cpuMillis()).map(cpu -> Amount.of(cpu, figures)),
        results.median(variant, true, run -> run.client().othersCpuMillis()).map(cpu -> Amount.of(cpu, figures)),
        IntStream.rangeClosed(1, results.jvms())
            .mapToObj(jvm -> results.ofJvm(variant, jvm))
            .filter(crawls -> !crawls.isEmpty())
            .map(JvmCurve::of)
            .toList());
  }

  /** In the order of the rounds. */
  static List<Double> elapsed(Results results, String variant, boolean warm) {
    return results.of(variant, warm).stream().map(RunRecord::elapsedMillis).toList();
  }
}
