package lab.homework.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether an exercise's check can be trusted: it must stop the starter, let the right solution pass each time, and stop each
 * wrong one for the reason that is meant for it.
 *
 * @param exercise its number
 * @param title its title
 * @param starterFails whether the untouched starter is stopped
 * @param rightPasses how often the right solution passed
 * @param times how often it was tried
 * @param wrongFailAsMeant for each wrong solution, whether it was stopped as meant
 * @param problems what is not as it must be, in words
 */
public record CheckProof(
    int exercise, String title, boolean starterFails, int rightPasses, int times, List<Boolean> wrongFailAsMeant,
    List<String> problems) {
  private static final int LEAST_WRONG = 2;

  /** Whether all is as it must be. */
  public boolean holds() {
    return problems.isEmpty();
  }

  /**
   * Checks a check.
   *
   * @param times how often the right solution must pass; each wrong one is tried once for every ten of them
   */
  public static <T> CheckProof of(Proof<T> proof, int times) {
    Exercise<T> exercise = proof.exercise();
    List<String> problems = new ArrayList<>();
    Grader grader = new Grader();
    boolean starterFails = grader.firstBroken(exercise, exercise.starter()).isPresent();
    if (!starterFails) {
      problems.add("the starter passes");
    }
    int passes = 0;
    for (int i = 0; i < times; i++) {
      Optional<RuleResult> broken = grader.firstBroken(exercise, proof.right());
      passes += broken.isEmpty() ? 1 : 0;
      broken.ifPresent(result -> problems.add("the right solution breaks '" + result.rule() + "': " + result.message()));
    }
    List<Boolean> asMeant = new ArrayList<>();
    for (Wrong<T> wrong : proof.wrong()) {
      asMeant.add(failsAsMeant(exercise, wrong, Math.max(1, times / 10), problems));
    }
    if (asMeant.size() < LEAST_WRONG) {
      problems.add("only " + asMeant.size() + " wrong solutions");
    }
    return new CheckProof(exercise.card().number(), exercise.card().title(), starterFails, passes, times, asMeant, problems);
  }

  private static <T> boolean failsAsMeant(Exercise<T> exercise, Wrong<T> wrong, int times, List<String> problems) {
    Supplier<T> maker = wrong.maker();
    for (int i = 0; i < times; i++) {
      Optional<RuleResult> broken = new Grader().firstBroken(exercise, maker);
      String seen = broken.map(result -> "breaks '" + result.rule() + "': " + result.message()).orElse("passes");
      if (broken.isEmpty() || !broken.get().rule().equals(wrong.rule()) || !broken.get().message().contains(wrong.says())) {
        problems.add("'" + wrong.name() + "' must break '" + wrong.rule() + "' with '" + wrong.says() + "', but " + seen);
        return false;
      }
    }
    return true;
  }
}
