package lab.compare.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.compare.run.Results;
import lab.compare.stats.PairedClaim;
import lab.compare.stats.Spread;

/** What a comparison found, in a few sentences made from its figures. Everything is told of the warm crawls. */
final class Headline {
  /** From this share of the CPU time on, compiling is worth a word. */
  private static final double MUCH_COMPILING = 0.25;

  private final Results results;
  private final Texts texts;
  private final FigureText figures;

  Headline(Results results, Texts texts) {
    this.results = results;
    this.texts = texts;
    this.figures = new FigureText(texts);
  }

  /**
   * One design on a line.
   *
   * @param elapsed with its range
   * @param notice what is worth noticing
   */
  record Line(String variant, String elapsed, String notice) {}

  /** One sentence or more. */
  List<String> sentences() {
    String fastest = fastest();
    List<String> sentences = new ArrayList<>();
    sentences.add(firstSentence(fastest));
    List<String> speedUps = speedUps(fastest);
    if (!speedUps.isEmpty()) {
      sentences.add(texts.say("headline.beside", Results.YARDSTICK, joined(speedUps)));
    }
    asFast(fastest, texts.say("headline.it")).ifPresent(sentences::add);
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
        .ifPresent(percent -> notices.add(texts.say("headline.at-best", figures.percent(percent), binding(variant))));
    compiling(variant).ifPresent(notices::add);
    return new Line(variant, figures.seconds(elapsed.median()) + " s " + figures.range(elapsed), sentence(notices));
  }

  private Optional<String> besideTheYardstick(String variant) {
    return variant.equals(Results.YARDSTICK)
        ? Optional.of(texts.say("headline.yardstick"))
        : results.speedUp(variant).map(claim -> claim.isMade()
            ? texts.say("headline.as", figures.timesAsFast(claim), Results.YARDSTICK)
            : texts.say("headline.no-claim", Results.YARDSTICK, figures.verdict(claim)));
  }

  private Optional<String> compiling(String variant) {
    double cpu = results.spread(variant, true, run -> run.client().cpuMillis()).median();
    double compiling = results.spread(variant, true, run -> run.client().compilerMillis()).median();
    return compiling < MUCH_COMPILING * cpu
        ? Optional.empty()
        : Optional.of(texts.say("headline.compiling", figures.share(compiling, cpu)));
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
        .map(claim -> texts.say("headline.fastest", fastest, figures.timesAsFast(claim), Results.YARDSTICK))
        .orElse(texts.say("headline.lowest", fastest));
    return results.efficiencyPercent(fastest)
        .map(percent -> texts.say("headline.quality", speed, figures.percent(percent), binding(fastest)))
        .orElse(speed) + ".";
  }

  /** What binds a run. */
  private String binding(String variant) {
    return texts.say("headline.bound." + results.typical(variant, true).bound().limit().orElseThrow().label());
  }

  /** All but the fastest one and the yardstick. */
  private Stream<String> others(String fastest) {
    return results.variants().stream().filter(variant -> !variant.equals(fastest) && !variant.equals(Results.YARDSTICK));
  }

  private List<String> speedUps(String fastest) {
    return others(fastest)
        .flatMap(variant -> results.speedUp(variant).filter(PairedClaim::isMade).stream()
            .map(claim -> variant + " " + figures.timesAsFast(claim)))
        .toList();
  }

  /** Those that no measurement tells apart from the fastest one, which goes by some name. */
  private Optional<String> asFast(String fastest, String name) {
    if (results.rounds() < PairedClaim.ROUNDS) {
      return Optional.of(texts.sayCount("headline.too-few", results.rounds(), PairedClaim.ROUNDS));
    }
    List<String> same = results.variants().stream()
        .filter(variant -> !variant.equals(fastest) && !results.timesAsFast(fastest, variant).isMade())
        .toList();
    return same.isEmpty() ? Optional.empty() : Optional.of(texts.say("headline.same", joined(same), name));
  }

  private String joined(List<String> words) {
    return words.size() == 1
        ? words.getFirst()
        : texts.say("headline.list", String.join(", ", words.subList(0, words.size() - 1)), words.getLast());
  }
}
