package lab.compare;

import java.util.List;
import java.util.function.Function;
import lab.crawl.measure.Machine;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.RunRecord;
import lab.crawl.measure.SiteRecord;

/**
 * What a comparison measured, as {@code results.json} holds it.
 *
 * @param machine what it ran on
 * @param site what was crawled
 * @param plan how it was crawled
 * @param runs all crawls, in the order in which they were made
 */
record Results(Machine machine, SiteRecord site, PlanRecord plan, List<RunRecord> runs) {
  Results {
    runs = List.copyOf(runs);
  }

  /** The variants that ran, in the order of the first round. */
  List<String> variants() {
    return runs.stream().map(RunRecord::variant).distinct().toList();
  }

  /** The runs of one variant, only the cold or only the warm ones. */
  List<RunRecord> of(String variant, boolean warm) {
    return runs.stream().filter(run -> run.variant().equals(variant) && run.warm() == warm).toList();
  }

  /** The spread of one figure over the rounds. */
  Spread spread(String variant, boolean warm, Function<RunRecord, Double> figure) {
    return Spread.of(of(variant, warm).stream().map(figure).toList());
  }
}
