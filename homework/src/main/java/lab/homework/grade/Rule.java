package lab.homework.grade;

/**
 * One thing that a solution must keep.
 *
 * @param name what must be so, in words, for instance {@code no page is fetched twice}
 * @param points what it is worth; above 0
 * @param trial finds out whether it is so
 */
public record Rule<T>(String name, int points, Trial<T> trial) {

  /** Tries a solution. */
  @FunctionalInterface
  public interface Trial<T> {
    /**
     * Returns if the solution keeps the rule. It never measures time, and waits only for what a right solution does at once.
     *
     * @throws RuleBroken if it doesn't, with what to mend
     * @throws Exception whatever the solution throws
     */
    void run(T solution) throws Exception;
  }
}
