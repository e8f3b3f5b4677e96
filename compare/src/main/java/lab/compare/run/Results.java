package lab.compare.run;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.compare.stats.PairedClaim;
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
 * @param variants who took part, in the order that was asked for
 * @param runs all crawls, in the order in which they were made
 * @param checked what was verified
 */
public record Results(
    String command, Machine machine, SiteRecord site, PlanRecord plan, List<String> variants, List<RunRecord> runs, List<Sentence> checked) {
  /** The variant that speed-ups are told against. */
  public static final String YARDSTICK = "sync";

  /** Copies the lists. */
  public Results {
    // A file of an older version has none.
    variants = variants == null ? List.of() : List.copyOf(variants);
    runs = List.copyOf(runs);
    checked = List.copyOf(checked);
  }

  /** How many rounds there were. */
  public int rounds() {
    return runs.stream().mapToInt(RunRecord::round).max().orElse(0);
  }

  /** In how many JVMs each variant ran. */
  public int jvms() {
    return runs.stream().mapToInt(RunRecord::jvm).max().orElse(0);
  }

  /** The crawls of one variant that count: those of its rounds, in their order, or the first one of each of its JVMs. */
  public List<RunRecord> of(String variant, boolean warm) {
    return runs.stream()
        .filter(run -> run.variant().equals(variant) && (warm ? run.round() > 0 : !run.isWarm()))
        .sorted(Comparator.comparingInt(RunRecord::round))
        .toList();
  }

  /** All crawls of one of a variant's JVMs, from the cold one on. */
  public List<RunRecord> ofJvm(String variant, int jvm) {
    return runs.stream().filter(run -> run.variant().equals(variant) && run.jvm() == jvm).toList();
  }

  /** How many crawls a JVM of that variant made before it was measured, the most of any. */
  public int warmUps(String variant) {
    return IntStream.rangeClosed(1, jvms())
        .map(jvm -> (int) ofJvm(variant, jvm).stream().filter(run -> run.round() == 0).count())
        .max()
        .orElse(0);
  }

  /** Whether each of its JVMs was in a steady state when it was measured. */
  public boolean wasSteady(String variant) {
    return IntStream.rangeClosed(1, jvms()).allMatch(jvm ->
        WarmUp.isSteady(ofJvm(variant, jvm).stream().filter(run -> run.round() == 0 && run.isWarm()).toList()));
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

  /** How many times as fast as another variant. */
  public PairedClaim timesAsFast(String variant, String other) {
    return timesAsFast(variant, this, other);
  }

  /**
   * How many times as fast as a variant of another comparison. Rounds of one JVM are more alike than those of two. So if there are as
   * many JVMs as a claim needs, each counts once, with the median of its rounds; if there are fewer, each round counts.
   */
  public PairedClaim timesAsFast(String variant, Results others, String other) {
    PairedClaim byJvms = PairedClaim.of(elapsedOfJvms(variant), others.elapsedOfJvms(other));
    return byJvms.interval().isPresent() ? byJvms : PairedClaim.of(elapsedOfRounds(variant), others.elapsedOfRounds(other));
  }

  /** The median of each JVM's rounds, in milliseconds. */
  List<Double> elapsedOfJvms(String variant) {
    return of(variant, true).stream()
        .collect(Collectors.groupingBy(RunRecord::jvm, TreeMap::new, Collectors.mapping(RunRecord::elapsedMillis, Collectors.toList())))
        .values().stream()
        .map(rounds -> Spread.of(rounds).median())
        .toList();
  }

  private List<Double> elapsedOfRounds(String variant) {
    return of(variant, true).stream().map(RunRecord::elapsedMillis).toList();
  }

  /** The same beside the yardstick; empty if that didn't run. */
  public Optional<PairedClaim> speedUp(String variant) {
    return variants().contains(YARDSTICK) ? Optional.of(timesAsFast(variant, YARDSTICK)) : Optional.empty();
  }

  /**
   * The least elapsed that the variant's design could reach, in milliseconds: the lowest that any of its rounds gives, because what one
   * of them could do without, another can as well.
   */
  public Optional<Double> bestPossible(String variant) {
    return of(variant, true).stream().flatMap(run -> run.bound().millis().stream()).min(Comparator.naturalOrder());
  }

  /** Best possible ÷ the median of what was measured, in percent. */
  public Optional<Double> efficiencyPercent(String variant) {
    return bestPossible(variant).map(least -> 100 * least / elapsed(variant, true).median());
  }

  /** Variants of which a round was faster than the best that is possible: then the measuring is wrong. */
  public List<String> beatingTheBestPossible() {
    return variants().stream()
        .filter(variant -> bestPossible(variant).filter(least -> elapsed(variant, true).min() < least).isPresent())
        .toList();
  }

  /** What one crawl is called. */
  static String nameOf(RunRecord run) {
    return name(run.variant(), run.isWarm() ? run.round() : run.jvm(), run.isWarm());
  }

  /**
   * What one crawl is called.
   *
   * @param number of the round; of a cold crawl, of its JVM
   */
  static String name(String variant, int number, boolean warm) {
    return variant + (warm ? " round " + number : " cold " + number);
  }
}
