package lab.homework.grade;

import java.util.List;
import java.util.function.Supplier;

/**
 * The solutions that an exercise's check is itself checked by. Students don't get them, and so they are not the exercise's own.
 *
 * @param <T> what is to be written
 */
public interface Proof<T> {

  /** The exercise whose check is checked. */
  Exercise<T> exercise();

  /** Makes a solution that keeps every rule. */
  Supplier<T> right();

  /** At least two that a student might well hand in, each of which breaks a rule. */
  List<Wrong<T>> wrong();
}
