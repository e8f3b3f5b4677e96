package lab.compare.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lab.compare.run.Results;
import lab.compare.stats.Spread;
import lab.crawl.measure.LowerBound.Limit;

/** What a comparison found, in a few sentences made from its figures. Everything is told of the warm crawls. */
final class Headline {
  private final Results results;

  Headline(Results results) {
    this.results = results;
  }

  /** One sentence or more. */
  List<String> sentences() {
    String fastest = results.variants().stream()
        .min(Comparator.comparingDouble(variant -> results.elapsed(variant, true).median()))
        .orElseThrow();
    List<String> sentences = new ArrayList<>();
    sentences.add(firstSentence(fastest));
    asFast(fastest).ifPresent(sentences::add);
    slower().ifPresent(sentences::add);
    return sentences;
  }

  private String firstSentence(String fastest) {
    String speed = results.speedUp(fastest)
        .filter(_ -> results.elapsed(fastest, true).max() < results.elapsed(Results.YARDSTICK, true).min())
        .map(times -> text("%s was %.1f× faster than %s", fastest, times, Results.YARDSTICK))
        .orElse(text("%s was the fastest", fastest));
    return speed + quality(fastest) + ".";
  }

  private String quality(String variant) {
    Optional<Double> efficiency = results.median(variant, true, run -> run.bound().efficiencyPercent());
    return efficiency.map(percent -> text(", at %.0f %% of the best possible; %s", percent, binding(variant))).orElse("");
  }

  /** What binds a run, with the one thing that would help. */
  private String binding(String variant) {
    return switch (Limit.valueOf(results.typical(variant, true).bound().limit().orElseThrow().toUpperCase(Locale.ROOT))) {
      case WAITING -> "it was bound by its width";
      case COMPUTING -> "it was bound by computing";
      case DISCOVERING -> "it was bound by the site's chains of links";
    };
  }

  /** Those whose spread overlaps with the fastest one's: no measurement tells them apart. */
  private Optional<String> asFast(String fastest) {
    Spread best = results.elapsed(fastest, true);
    List<String> others = results.variants().stream()
        .filter(variant -> !variant.equals(fastest))
        .filter(variant -> results.elapsed(variant, true).min() <= best.max())
        .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(joined(others) + " can't be told from it: the spreads overlap.");
  }

  private Optional<String> slower() {
    if (!results.variants().contains(Results.YARDSTICK)) {
      return Optional.empty();
    }
    Spread yardstick = results.elapsed(Results.YARDSTICK, true);
    List<String> slower = results.variants().stream()
        .filter(variant -> results.elapsed(variant, true).min() > yardstick.max())
        .map(variant -> text("%s took %.1f× as long as %s",
            variant, results.elapsed(variant, true).median() / yardstick.median(), Results.YARDSTICK))
        .toList();
    return slower.isEmpty() ? Optional.empty() : Optional.of(joined(slower) + ".");
  }

  private static String joined(List<String> words) {
    return words.size() == 1
        ? words.getFirst()
        : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
