package lab.homework.grade;

/**
 * What came of one rule.
 *
 * @param rule its name
 * @param points what it is worth
 * @param verdict whether it is kept
 * @param message what to mend, in words; empty if there is nothing
 * @param seconds how long the trial took; for the teacher's report, nothing depends on it
 */
public record RuleResult(String rule, int points, Verdict verdict, String message, double seconds) {

  /** Whether a rule is kept. */
  public enum Verdict {
    /** It is kept. */
    PASSED,
    /** It is broken. */
    FAILED,
    /** An earlier rule never came to an end, or took all the time. */
    NOT_TRIED
  }

  /** Whether the rule is kept. */
  boolean isPassed() {
    return verdict == Verdict.PASSED;
  }
}
