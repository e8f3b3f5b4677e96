package lab.homework.grade;

import java.util.List;
import java.util.function.Supplier;

/**
 * An exercise with its check, and with the solutions that the check itself is checked by. Each rule is tried on a fresh
 * solution.
 *
 * @param <T> what is to be written
 */
public interface Exercise<T> {

  /** What it is about. */
  Card card();

  /** Makes the student's own. */
  Supplier<T> starter();

  /** What a solution has to keep, the most basic rule first. */
  List<Rule<T>> rules();

  /** Makes a solution that keeps every rule. */
  Supplier<T> right();

  /** At least two that a student might well hand in, each of which breaks a rule. */
  List<Wrong<T>> wrong();
}
