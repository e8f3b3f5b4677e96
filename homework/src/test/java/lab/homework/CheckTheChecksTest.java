package lab.homework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import lab.crawl.WholeFile;
import lab.crawl.cli.TextTable;
import lab.crawl.measure.Json;
import lab.homework.grade.CheckProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Checks the checks: {@code -Pcheck-the-checks}, which tries each right solution as often as {@code checks.times} says; with
 * {@code -Dexercise=6,17} only those exercises'.
 */
@EnabledIfSystemProperty(named = "checks.times", matches = "[0-9]+", disabledReason = "only with -Pcheck-the-checks")
class CheckTheChecksTest {
  @Test
  void everyCheckStopsWhatIsWrongAndLetsPassWhatIsRight() {
    int times = Integer.getInteger("checks.times");
    List<String> only = List.of(System.getProperty("exercise", "").split(","));
    List<CheckProof> proofs = Exercises.all().stream()
        .filter(exercise -> only.equals(List.of("")) || only.contains(String.valueOf(exercise.card().number())))
        .map(exercise -> CheckProof.of(exercise, times))
        .toList();
    table(proofs).lines().forEach(System.out::println);
    WholeFile.write(Path.of("target/checks.json"), Json.pretty(proofs));
    assertEquals("", proofs.stream()
        .flatMap(proof -> proof.problems().stream().map(problem -> "exercise " + proof.exercise() + ": " + problem))
        .collect(Collectors.joining("\n")));
  }

  private static TextTable table(List<CheckProof> proofs) {
    TextTable table = new TextTable("exercise", "starter fails", "right passes", "wrong ones fail as meant");
    for (CheckProof proof : proofs) {
      table.add("%2d  %s".formatted(proof.exercise(), proof.title()),
          proof.starterFails() ? "yes" : "NO",
          proof.rightPasses() + " of " + proof.times(),
          proof.wrongFailAsMeant().stream().map(fails -> fails ? "yes" : "NO").collect(Collectors.joining(", ")));
    }
    return table;
  }
}
