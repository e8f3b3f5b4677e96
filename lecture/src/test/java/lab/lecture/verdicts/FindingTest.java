package lab.lecture.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.crawl.measure.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {
  @ParameterizedTest
  @CsvSource({
      "YES, YES, HOLDS", "YES, NO, DOES_NOT_HOLD", "NO, NO, DOES_NOT_HOLD", "YES, UNSURE, UNDECIDED", "NO, UNSURE, DOES_NOT_HOLD",
      "UNSURE, UNSURE, UNDECIDED"})
  void aClaimHoldsIfAllIsSo(Answer one, Answer other, Verdict verdict) {
    assertThat(Finding.holdsIf(1, statement("a", one), statement("b", other)).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"YES, DOES_NOT_HOLD", "NO, HOLDS", "UNSURE, UNDECIDED"})
  void aClaimIsRefutedByACounterexample(Answer counterexample, Verdict verdict) {
    assertThat(Finding.refutedIf(30, statement("a", counterexample)).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
      "YES, NO, ONLY_WITH_GIL", "YES, YES, HOLDS", "YES, UNSURE, UNDECIDED", "NO, NO, DOES_NOT_HOLD", "NO, YES, DOES_NOT_HOLD",
      "UNSURE, NO, UNDECIDED"})
  void aClaimAboutTheLockIsSeenWithItAndWithoutIt(Answer with, Answer without, Verdict verdict) {
    assertThat(Finding.onlyWithLockIf(6, statement("a", with), statement("b", without)).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
      "YES, NO, DEPENDS", "NO, YES, UNDECIDED", "YES, YES, HOLDS", "NO, NO, DOES_NOT_HOLD", "UNSURE, NO, UNDECIDED",
      "YES, UNSURE, UNDECIDED"})
  void aClaimMayBeRightHereAndWrongThere(Answer here, Answer there, Verdict verdict) {
    Finding finding = Finding.dependsIf(16, "the work", statement("a", here), statement("b", there));

    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.on().isPresent()).isEqualTo(verdict == Verdict.DEPENDS || verdict == Verdict.UNDECIDED);
  }

  @Test
  void itSaysWhatItIsAboutByWhichRuleAndByWhichFigures() {
    Figure speedUp = Figure.of("the speed-up", Unit.TIMES, 1.9, 1.8);

    Finding finding = Finding.holdsIf(12, speedUp.isAbove(1.5), speedUp.isBelow(3));

    assertThat(finding.words()).isEqualTo("Several processes use every core.");
    assertThat(finding.rule()).isEqualTo("Holds if in (nearly) every round the speed-up is above 1.50×, and the speed-up is below 3.00×.");
    assertThat(finding.figures()).containsExactly(speedUp);
    assertThat(finding.verdictWords()).isEqualTo("holds");
  }

  @Test
  void undecidedSaysHowItCouldBeDecided() {
    Finding disagree = Finding.holdsIf(12, Figure.of("it", Unit.TIMES, 1, 2).isAbove(1.5));
    Finding once = Finding.holdsIf(12, Figure.of("it", Unit.TIMES, 2).isAbove(1.5));

    assertThat(disagree.verdictWords()).isEqualTo(
        "undecided here: not clearly so and not clearly not: a quieter machine, or one with more cores, would decide");
    assertThat(once.verdictWords()).isEqualTo("undecided here: one round has no spread: run the lab without --quick");
    assertThat(once.undecided("two pages failed").verdictWords()).isEqualTo("undecided here: two pages failed");
  }

  @Test
  void whatMustBeSoForTheExperimentToMeanAnythingRefutesNothing() {
    assertThat(Finding.holdsIf(8, Figure.of("cores", Unit.COUNT, 1).isAbove(1).orUnsure()).verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @ParameterizedTest
  @CsvSource({
      "YES, YES, YES", "YES, NO, YES", "YES, UNSURE, YES", "NO, YES, NO", "NO, NO, UNSURE", "NO, UNSURE, UNSURE", "UNSURE, YES, UNSURE"})
  void whatAYesDoesNotNeedGuardsOnlyTheNo(Answer answer, Answer precondition, Answer expected) {
    Statement guarded = statement("it gains", answer).noOnlyIf(statement("there are two", precondition));

    assertThat(guarded.answer()).isEqualTo(expected);
    assertThat(guarded.words()).isEqualTo("it gains (a no counts only if there are two)");
  }

  @Test
  void whatOneCaseRefutesIsNotShownByItsAbsence() {
    assertThat(statement("none is lost", Answer.NO).noOrUnsure().answer()).isEqualTo(Answer.NO);
    assertThat(statement("none is lost", Answer.YES).noOrUnsure().answer()).isEqualTo(Answer.UNSURE);
  }

  @Test
  void jsonNamesTheVerdictsAsThePageKnowsThem() {
    for (Verdict verdict : Verdict.values()) {
      assertThat(List.of("\"holds\"", "\"only-with-gil\"", "\"depends\"", "\"does-not-hold\"", "\"undecided\""))
          .contains(Json.line(verdict));
    }
  }

  private static Statement statement(String words, Answer answer) {
    return new Statement(words, answer, List.of());
  }
}
