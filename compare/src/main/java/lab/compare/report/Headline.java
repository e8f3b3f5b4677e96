package lab.compare.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.compare.run.Results;
import lab.compare.stats.PairedClaim;
import lab.compare.stats.Spread;
import lab.crawl.measure.LowerBound.Limit;

/** What a comparison found, in a few sentences made from its figures. Everything is told of the warm crawls. */
final class Headline {
  /** From this share of the CPU time on, compiling is worth a word. */
  private static final double MUCH_COMPILING = 0.25;

  private final Results results;

  Headline(Results results) {
    this.results = results;
  }

  /**
   * One design on a line.
   *
   * @param elapsed with its range
   * @param notice what is worth to be noticed
   */
  record Line(String variant, String elapsed, String notice) {}

  /** One sentence or more. */
  List<String> sentences() {
    String fastest = fastest();
    List<String> sentences = new ArrayList<>();
    sentences.add(firstSentence(fastest));
    List<String> speedUps = speedUps(fastest);
    if (!speedUps.isEmpty()) {
      sentences.add("Beside " + Results.YARDSTICK + ": " + joined(speedUps) + ".");
    }
    asFast(fastest, "it").ifPresent(sentences::add);
    return sentences;
  }

  /** The same where each design has its {@linkplain #lines() line}: without what these tell. */
  List<String> sentencesBesideLines() {
    String fastest = fastest();
    return Stream.concat(Stream.of(firstSentence(fastest)), asFast(fastest, fastest).stream()).toList();
  }

  /** A line for each design. */
  List<Line> lines() {
    return results.variants().stream().map(this::line).toList();
  }

  private Line line(String variant) {
    Spread elapsed = results.elapsed(variant, true);
    List<String> notices = new ArrayList<>(besideTheYardstick(variant).stream().toList());
    results.efficiencyPercent(variant)
        .ifPresent(percent -> notices.add(FigureText.text("at %s of the best possible; %s", FigureText.percent(percent), binding(variant))));
    compiling(variant).ifPresent(notices::add);
    return new Line(variant, FigureText.seconds(elapsed.median()) + " s " + FigureText.range(elapsed), sentence(notices));
  }

  private Optional<String> besideTheYardstick(String variant) {
    return variant.equals(Results.YARDSTICK)
        ? Optional.of("the yardstick")
        : results.speedUp(variant).map(claim -> claim.isMade()
            ? FigureText.timesAsFast(claim) + " as " + Results.YARDSTICK
            : "beside " + Results.YARDSTICK + ", " + claim.words());
  }

  private Optional<String> compiling(String variant) {
    double cpu = results.spread(variant, true, run -> run.client().cpuMillis()).median();
    double compiling = results.spread(variant, true, run -> run.client().compilerMillis()).median();
    return compiling < MUCH_COMPILING * cpu
        ? Optional.empty()
        : Optional.of(FigureText.text("compiling still took %s of its CPU time", FigureText.share(compiling, cpu)));
  }

  private static String sentence(List<String> parts) {
    String words = String.join("; ", parts);
    return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  private String fastest() {
    return results.variants().stream()
        .min(Comparator.comparingDouble(variant -> results.elapsed(variant, true).median()))
        .orElseThrow();
  }

  private String firstSentence(String fastest) {
    String speed = results.speedUp(fastest)
        .filter(PairedClaim::isFaster)
        .map(claim -> fastest + " was " + FigureText.timesAsFast(claim) + " as " + Results.YARDSTICK)
        .orElse(fastest + " had the lowest median");
    return speed + quality(fastest) + ".";
  }

  private String quality(String variant) {
    return results.efficiencyPercent(variant)
        .map(percent -> FigureText.text(", at %s of the best possible; %s", FigureText.percent(percent), binding(variant)))
        .orElse("");
  }

  /** What binds a run. */
  private String binding(String variant) {
    return switch (Limit.ofLabel(results.typical(variant, true).bound().limit().orElseThrow())) {
      case WAITING -> "it was bound by its width";
      case COMPUTING -> "it was bound by computing";
      case DISCOVERING -> "it was bound by the site's chains of links";
      case MACHINE -> "the machine, with the site on it, was full";
    };
  }

  /** All but the fastest one and the yardstick. */
  private Stream<String> others(String fastest) {
    return results.variants().stream().filter(variant -> !variant.equals(fastest) && !variant.equals(Results.YARDSTICK));
  }

  private List<String> speedUps(String fastest) {
    return others(fastest)
        .flatMap(variant -> results.speedUp(variant).filter(PairedClaim::isMade).map(claim -> variant + " " + FigureText.timesAsFast(claim)).stream())
        .toList();
  }

  /** Those that no measurement tells apart from the fastest one, which goes by some name. */
  private Optional<String> asFast(String fastest, String name) {
    if (results.rounds() < PairedClaim.ROUNDS) {
      return Optional.of(FigureText.text("%s too few to say which one is faster: that takes %d.",
          results.rounds() == 1 ? "One round is" : results.rounds() + " rounds are", PairedClaim.ROUNDS));
    }
    List<String> same = results.variants().stream()
        .filter(variant -> !variant.equals(fastest) && !results.timesAsFast(fastest, variant).isMade())
        .toList();
    return same.isEmpty() ? Optional.empty() : Optional.of(joined(same) + " can't be told from " + name + ".");
  }

  private static String joined(List<String> words) {
    return words.size() == 1
        ? words.getFirst()
        : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }
}
