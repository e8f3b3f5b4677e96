package lab.compare.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lab.compare.run.Results;
import lab.compare.stats.PairedClaim;
import lab.crawl.measure.RunRecord;

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
    List<String> speedUps = speedUps(fastest);
    if (!speedUps.isEmpty()) {
      sentences.add("Beside " + Results.YARDSTICK + ": " + joined(speedUps) + ".");
    }
    asFast(fastest).ifPresent(sentences::add);
    return sentences;
  }

  private String firstSentence(String fastest) {
    String speed = results.speedUp(fastest)
        .filter(PairedClaim::isFaster)
        .map(claim -> fastest + " was " + claim.timesAsFast() + " as " + Results.YARDSTICK)
        .orElse(fastest + " had the lowest median");
    return speed + quality(fastest) + ".";
  }

  private String quality(String variant) {
    return results.efficiencyPercent(variant)
        .map(percent -> text(", at %.0f %% of the best possible; %s", percent, binding(variant)))
        .orElse("");
  }

  /** What binds a run, with the one thing that would help. */
  private String binding(String variant) {
    return switch (results.typical(variant, true).bound().limit().orElse("")) {
      case RunRecord.MACHINE -> "the machine, with the site on it, was full";
      case "waiting" -> "it was bound by its width";
      case "computing" -> "it was bound by computing";
      default -> "it was bound by the site's chains of links";
    };
  }

  /** All but the fastest one and the yardstick. */
  private Stream<String> others(String fastest) {
    return results.variants().stream().filter(variant -> !variant.equals(fastest) && !variant.equals(Results.YARDSTICK));
  }

  private List<String> speedUps(String fastest) {
    return others(fastest)
        .flatMap(variant -> results.speedUp(variant).filter(PairedClaim::isMade).map(claim -> variant + " " + claim.timesAsFast()).stream())
        .toList();
  }

  /** Those that no measurement tells apart from the fastest one. */
  private Optional<String> asFast(String fastest) {
    if (results.rounds() < PairedClaim.ROUNDS) {
      return Optional.of(text("%s too few to say which one is faster: that takes %d.",
          results.rounds() == 1 ? "One round is" : results.rounds() + " rounds are", PairedClaim.ROUNDS));
    }
    List<String> same = results.variants().stream()
        .filter(variant -> !variant.equals(fastest) && !results.timesAsFast(fastest, variant).isMade())
        .toList();
    return same.isEmpty() ? Optional.empty() : Optional.of(joined(same) + " can't be told from it.");
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
