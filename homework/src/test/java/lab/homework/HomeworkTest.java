package lab.homework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lab.crawl.WholeFile;
import lab.homework.grade.CheckBrokenException;
import lab.homework.grade.Exercise;
import lab.homework.grade.Grade;
import lab.homework.grade.Grader;
import lab.homework.grade.RuleResult;
import lab.homework.grade.ScoreCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Grades the student's solutions: {@code -Dexercise=6} that one, else all of them. */
class HomeworkTest {
  private static final Path TARGET = Path.of("target");
  private static final String NUMBER = "[0-9]+";

  @Test
  @DisabledIfSystemProperty(named = "exercise", matches = ".+", disabledReason = "only one exercise is asked for")
  @DisabledIfSystemProperty(named = "checks.times", matches = NUMBER, disabledReason = "the checks are checked")
  void scoreCard() {
    List<Grade> grades = new ArrayList<>();
    List<CheckBrokenException> broken = new ArrayList<>();
    for (Exercise<?> exercise : Exercises.all()) {
      try {
        grades.add(grade(exercise));
      } catch (CheckBrokenException e) {
        // The other exercises are to be graded all the same.
        broken.add(e);
      }
    }
    ScoreCard card = new ScoreCard(grades);
    print(card.lines());
    WholeFile.write(TARGET.resolve("score-card.json"), card.json());
    WholeFile.write(TARGET.resolve("score-card.xml"), card.junitXml());
    print(List.of("As JSON: homework/target/score-card.json; as JUnit XML: homework/target/score-card.xml",
        "One exercise, rule by rule: mvn -q -pl homework -am test -Dexercise=6", ""));
    broken.stream().findFirst().ifPresent(HomeworkTest::rethrow);
    List<String> untouched = card.grades().stream()
        .filter(grade -> grade.isSolved() && isUntouched(grade))
        .map(grade -> grade.card().starter())
        .toList();
    assertEquals(List.of(), untouched,
        "These pass though they still say TODO. If you solved them, take the TODO away; if not, their check is too weak");
  }

  @Test
  @EnabledIfSystemProperty(named = "exercise", matches = "(?!mine$).+", disabledReason = "no -Dexercise=N")
  @DisabledIfSystemProperty(named = "checks.times", matches = NUMBER, disabledReason = "the checks are checked")
  void oneExercise() {
    String number = System.getProperty("exercise");
    Exercise<?> exercise = Exercises.all().stream()
        .filter(candidate -> String.valueOf(candidate.card().number()).equals(number))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("-Dexercise=" + number + ": there are " + numbers() + " and mine"));
    Grade grade = grade(exercise);
    ScoreCard card = new ScoreCard(List.of(grade));
    print(ScoreCard.lines(grade));
    WholeFile.write(TARGET.resolve("exercise-" + number + ".json"), card.json());
    WholeFile.write(TARGET.resolve("exercise-" + number + ".xml"), card.junitXml());
    grade.firstToFix().ifPresent(HomeworkTest::failWithoutStackTrace);
  }

  private static <T> Grade grade(Exercise<T> exercise) {
    return new Grader().grade(exercise, exercise.starter());
  }

  private static void rethrow(CheckBrokenException broken) {
    throw broken;
  }

  /** Where this test is called from is nothing that a student could mend. */
  private static void failWithoutStackTrace(RuleResult broken) {
    AssertionError failure = new AssertionError("exercise not solved yet: " + broken.message());
    failure.setStackTrace(new StackTraceElement[0]);
    throw failure;
  }

  private static boolean isUntouched(Grade grade) {
    Path starter = Path.of("..").resolve(grade.card().starter());
    try {
      return Files.readString(starter).contains("TODO");
    } catch (IOException e) {
      throw new IllegalStateException("no starter at " + starter + ": its exercise's card names the wrong file", e);
    }
  }

  private static String numbers() {
    return Exercises.all().stream().map(exercise -> String.valueOf(exercise.card().number())).collect(Collectors.joining(", "));
  }

  private static void print(List<String> lines) {
    lines.forEach(System.out::println);
  }
}
