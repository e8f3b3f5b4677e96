package lab.homework.grade;

import java.util.List;
import java.util.Optional;

/**
 * What came of one exercise.
 *
 * @param card which
 * @param results of its rules, in order
 */
public record Grade(Card card, List<RuleResult> results) {
  /** Begins the message about a starter that nobody has touched. */
  static final String NOT_BEGUN = "not begun yet";


  /** Whether every rule is kept. */
  public boolean isSolved() {
    return results.stream().allMatch(RuleResult::isPassed);
  }

  /** Whether the starter has been touched at all. */
  public boolean isBegun() {
    return firstToFix().filter(result -> result.message().startsWith(NOT_BEGUN)).isEmpty();
  }

  /** The points of the rules that are kept. */
  public int points() {
    return results.stream().filter(RuleResult::isPassed).mapToInt(RuleResult::points).sum();
  }

  /** The points of all rules. */
  public int possiblePoints() {
    return results.stream().mapToInt(RuleResult::points).sum();
  }

  /** The first rule that is broken, and so what to mend first. */
  public Optional<RuleResult> firstToFix() {
    return results.stream().filter(result -> !result.isPassed()).findFirst();
  }
}
