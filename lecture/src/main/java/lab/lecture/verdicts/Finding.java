package lab.lecture.verdicts;

import static lab.lecture.verdicts.Words.say;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a lab's figures say of one claim, and by which rule.
 *
 * <p>Each of the rules below is one of four shapes that a claim may have. A rule is only ever as sure as its statements: if
 * the rounds are not clear on one that matters, the claim stays undecided.
 *
 * @param number the claim's
 * @param words the claim's
 * @param verdict what came out
 * @param on what it depends on, or how it could be decided; absent if there is nothing to add
 * @param rule when which verdict is given, in words
 * @param figures those that decided
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Finding(int number, String words, Verdict verdict, Optional<String> on, String rule, List<Figure> figures) {
  /** The claim holds if all of these are so, and does not if one of them surely isn't. */
  public static Finding holdsIf(int number, Statement... all) {
    return byAll(number, Verdict.HOLDS, Verdict.DOES_NOT_HOLD, "rule.holds", Statement.all(all));
  }

  /** The claim does not hold if all of these are so: they are the counterexample. */
  public static Finding refutedIf(int number, Statement... all) {
    return byAll(number, Verdict.DOES_NOT_HOLD, Verdict.HOLDS, "rule.does-not-hold", Statement.all(all));
  }

  private static Finding byAll(int number, Verdict ifYes, Verdict ifNo, String rule, Statement all) {
    Verdict verdict = switch (all.answer()) {
      case YES -> ifYes;
      case NO -> ifNo;
      case UNSURE -> Verdict.UNDECIDED;
    };
    return of(number, verdict, "", say(rule, all.words()), all);
  }

  /**
   * The claim is about the interpreter lock.
   *
   * @param with what is seen with the lock if the claim is right
   * @param without what would be seen without it if the claim were right there, too
   */
  public static Finding onlyWithLockIf(int number, Statement with, Statement without) {
    Verdict verdict = switch (with.answer()) {
      case NO -> Verdict.DOES_NOT_HOLD;
      case UNSURE -> Verdict.UNDECIDED;
      case YES -> switch (without.answer()) {
        case YES -> Verdict.HOLDS;
        case NO -> Verdict.ONLY_WITH_GIL;
        case UNSURE -> Verdict.UNDECIDED;
      };
    };
    return of(number, verdict, "", say("rule.only-with-lock", with.words(), without.words()), with, without);
  }

  /**
   * The claim may be right in one case and wrong in another.
   *
   * @param onWhat what it depends on, then
   * @param here what is seen in the one case if the claim is right
   * @param there the same in the other case
   */
  public static Finding dependsIf(int number, String onWhat, Statement here, Statement there) {
    Verdict verdict;
    if (here.answer() == Answer.UNSURE || there.answer() == Answer.UNSURE) {
      verdict = Verdict.UNDECIDED;
    } else if (here.answer() == Answer.YES) {
      verdict = there.answer() == Answer.YES ? Verdict.HOLDS : Verdict.DEPENDS;
    } else {
      // Right only there would be another story than the one that is told here.
      verdict = there.answer() == Answer.YES ? Verdict.UNDECIDED : Verdict.DOES_NOT_HOLD;
    }
    return of(number, verdict, onWhat, say("rule.depends", here.words(), there.words()), here, there);
  }

  private static Finding of(int number, Verdict verdict, String onWhat, String rule, Statement... statements) {
    Set<Figure> figures = new LinkedHashSet<>();
    // A page may have room for the first few only: one of each statement, then the others, then those of preconditions.
    Stream.of(statements).flatMap(statement -> statement.figures().stream().limit(1)).forEach(figures::add);
    Stream.of(statements).forEach(statement -> figures.addAll(statement.figures()));
    Stream.of(statements).forEach(statement -> figures.addAll(statement.givens()));
    Optional<String> on = switch (verdict) {
      case DEPENDS -> Optional.of(say("finding.on", onWhat));
      case UNDECIDED -> Optional.of(say(figures.stream().allMatch(Figure::hasSpread) ? "finding.not-clear" : "finding.one-round"));
      case HOLDS, ONLY_WITH_GIL, DOES_NOT_HOLD -> Optional.empty();
    };
    return new Finding(number, Claim.of(number).words(), verdict, on, rule, List.copyOf(figures));
  }

  /** The same claim, which nobody can decide for the reason given. */
  public Finding undecided(String why) {
    return new Finding(number, words, Verdict.UNDECIDED, Optional.of(why), rule, figures);
  }

  /** The verdict in words, with what it depends on. */
  public String verdictWords() {
    String key = verdict == Verdict.DEPENDS ? "finding.depends" : "finding.because";
    return on.map(text -> say(key, verdict.words(), text)).orElseGet(verdict::words);
  }
}
