package lab.homework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import lab.crawl.WholeFile;
import lab.crawl.cli.TextTable;
import lab.crawl.measure.Json;
import lab.homework.grade.CheckProof;
import lab.homework.grade.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Checks the checks: {@code -Pcheck-the-checks}, which tries each right solution as often as {@code checks.times} says; with
 * {@code -Dexercise=6,17} only those exercises'.
 */
@EnabledIfSystemProperty(named = "checks.times", matches = "[0-9]+", disabledReason = "only with -Pcheck-the-checks")
class CheckTheChecksTest {
  /** How many exercises are tried at a time: most of the time is spent in waiting for what wrong solutions never do. */
  private static final int AT_A_TIME = 4;

  /**
   * Those where virtual threads run: JDK 25.0.3 may crash when threads are dumped (and so is a solution that hangs) just while virtual ones
   * of another exercise are mounted. So these come afterwards, one by one.
   */
  private static final Set<Integer> ALONE = Set.of(11, 12, 15, 16, 24);

  @Test
  void everyCheckStopsWhatIsWrongAndLetsPassWhatIsRight() throws Exception {
    List<String> only = List.of(System.getProperty("exercise", "").split(","));
    Map<Boolean, List<Proof<?>>> exercises = Proofs.all().stream()
        .filter(proof -> only.equals(List.of("")) || only.contains(String.valueOf(proof.exercise().card().number())))
        .collect(Collectors.partitioningBy(proof -> ALONE.contains(proof.exercise().card().number())));
    List<CheckProof> proofs = new ArrayList<>(proofs(exercises.get(false), AT_A_TIME));
    proofs.addAll(proofs(exercises.get(true), 1));
    proofs.sort(Comparator.comparingInt(CheckProof::exercise));
    table(proofs).lines().forEach(System.out::println);
    WholeFile.write(Path.of("target/checks.json"), Json.pretty(proofs));
    assertEquals("", proofs.stream()
        .flatMap(proof -> proof.problems().stream().map(problem -> "exercise " + proof.exercise() + ": " + problem))
        .collect(Collectors.joining("\n")));
  }

  private static List<CheckProof> proofs(List<Proof<?>> exercises, int atATime) throws InterruptedException, ExecutionException {
    int times = Integer.getInteger("checks.times");
    try (ExecutorService pool = Executors.newFixedThreadPool(atATime)) {
      List<Future<CheckProof>> tried = new ArrayList<>();
      exercises.forEach(proof -> tried.add(pool.submit(() -> CheckProof.of(proof, times))));
      List<CheckProof> proofs = new ArrayList<>();
      for (Future<CheckProof> proof : tried) {
        proofs.add(proof.get());
      }
      return proofs;
    }
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
