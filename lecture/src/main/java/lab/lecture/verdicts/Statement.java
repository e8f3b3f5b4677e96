package lab.lecture.verdicts;

import static lab.lecture.verdicts.Words.say;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that figures can confirm or refute.
 *
 * @param words the statement, for instance {@code the speed-up is above 1.50×}
 * @param answer what the rounds say to it
 * @param figures those that it is about
 * @param givens those that its preconditions are about
 */
public record Statement(String words, Answer answer, List<Figure> figures, List<Figure> givens) {
  /** One without preconditions. */
  Statement(String words, Answer answer, List<Figure> figures) {
    this(words, answer, figures, List.of());
  }

  /** What is true or not by its nature, or by exact counts. */
  public static Statement of(String words, boolean isTrue, Figure... figures) {
    return new Statement(words, Answer.of(isTrue), List.of(figures));
  }

  /** All of these together. */
  public static Statement all(Statement... parts) {
    return new Statement(
        Stream.of(parts).map(Statement::words).collect(Collectors.joining(say("rule.and"))),
        Answer.all(Stream.of(parts).map(Statement::answer).toArray(Answer[]::new)),
        ofAll(Statement::figures, parts),
        ofAll(Statement::givens, parts));
  }

  private static List<Figure> ofAll(Function<Statement, List<Figure>> figures, Statement... parts) {
    return Stream.of(parts).flatMap(part -> figures.apply(part).stream()).toList();
  }

  /** All of these together, in an experiment that means something only if a precondition is met; else unsure. */
  public static Statement given(Statement precondition, Statement... parts) {
    Statement together = all(parts);
    String words = say("rule.given", together.words(), precondition.words());
    return new Statement(
        words, precondition.answer() == Answer.YES ? together.answer() : Answer.UNSURE, together.figures, together.givensAnd(precondition));
  }

  /**
   * The same, where a no means something only if a precondition is met: who gains from a second core although there was little
   * of it does gain, but who doesn't isn't refuted.
   */
  public Statement noOnlyIf(Statement precondition) {
    Answer sure = answer == Answer.NO && precondition.answer() != Answer.YES ? Answer.UNSURE : answer;
    return new Statement(say("rule.no-only-if", words, precondition.words()), sure, figures, givensAnd(precondition));
  }

  private List<Figure> givensAnd(Statement precondition) {
    return Stream.of(givens, precondition.figures, precondition.givens).flatMap(List::stream).toList();
  }

  /** What one case refutes and none can show: if none is seen, the answer is unsure and not yes. */
  public Statement noOrUnsure() {
    return new Statement(say("rule.no-or-unsure", words), answer == Answer.NO ? Answer.NO : Answer.UNSURE, figures, givens);
  }

  /** What must be so for the experiment to mean anything; if it isn't, the answer is unsure and not no. */
  public Statement orUnsure() {
    return new Statement(say("rule.or-unsure", words), answer == Answer.YES ? Answer.YES : Answer.UNSURE, figures, givens);
  }
}
