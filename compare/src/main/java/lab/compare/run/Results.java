package lab.compare.run;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lab.compare.stats.Spread;
import lab.crawl.measure.Machine;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.RunRecord;
import lab.crawl.measure.SiteRecord;

/**
 * What a comparison measured, as {@code results.json} holds it.
 *
 * @param command what to type to measure it again
 * @param machine what it ran on
 * @param site what was crawled
 * @param plan how it was crawled
 * @param runs all crawls, in the order in which they were made
 * @param checked what was verified, in words
 */
public record Results(
    String command, Machine machine, SiteRecord site, PlanRecord plan, List<RunRecord> runs, List<String> checked) {
  /** The variant that speed-ups are told against. */
  public static final String YARDSTICK = "sync";

  /** Copies the lists. */
  public Results {
    runs = List.copyOf(runs);
    checked = List.copyOf(checked);
  }

  /** The variants that ran, in the order of the first round. */
  public List<String> variants() {
    return runs.stream().map(RunRecord::variant).distinct().toList();
  }

  /** How many rounds there were. */
  public int rounds() {
    return runs.stream().mapToInt(RunRecord::round).max().orElse(0);
  }

  /** The runs of one variant, only the cold or only the warm ones. */
  public List<RunRecord> of(String variant, boolean warm) {
    return runs.stream().filter(run -> run.variant().equals(variant) && run.warm() == warm).toList();
  }

  /** The spread of one figure over the rounds. */
  public Spread spread(String variant, boolean warm, Function<RunRecord, Double> figure) {
    return Spread.of(of(variant, warm).stream().map(figure).toList());
  }

  /** The spread of the elapsed time over the rounds, in milliseconds. */
  public Spread elapsed(String variant, boolean warm) {
    return spread(variant, warm, RunRecord::elapsedMillis);
  }

  /** The median of a figure that may be unknown. */
  public Optional<Double> median(String variant, boolean warm, Function<RunRecord, Optional<Double>> figure) {
    List<Double> known = of(variant, warm).stream().flatMap(run -> figure.apply(run).stream()).toList();
    return known.isEmpty() ? Optional.empty() : Optional.of(Spread.of(known).median());
  }

  /** The run whose elapsed time is nearest to the median: the one to show if only one can be shown. */
  public RunRecord typical(String variant, boolean warm) {
    double median = elapsed(variant, warm).median();
    return of(variant, warm).stream()
        .min(Comparator.comparingDouble(run -> Math.abs(run.elapsedMillis() - median)))
        .orElseThrow();
  }

  /** The yardstick's elapsed time ÷ this one's, both warm; empty if the yardstick didn't run. */
  public Optional<Double> speedUp(String variant) {
    return variants().contains(YARDSTICK)
        ? Optional.of(elapsed(YARDSTICK, true).median() / elapsed(variant, true).median())
        : Optional.empty();
  }

  /** What one crawl is called. */
  static String nameOf(RunRecord run) {
    return name(run.variant(), run.round(), run.warm());
  }

  /** What one crawl is called. */
  static String name(String variant, int round, boolean warm) {
    return variant + " round " + round + (warm ? " warm" : " cold");
  }
}
