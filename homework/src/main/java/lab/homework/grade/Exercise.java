package lab.homework.grade;

import java.util.List;
import java.util.function.Supplier;

/**
 * An exercise with its check. Each rule is tried on a fresh solution.
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
}
