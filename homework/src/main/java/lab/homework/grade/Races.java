package lab.homework.grade;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Set;
import lab.crawl.cli.Counted;

/**
 * Watches a solution for data races: one thread writes a field, another reads or writes it, and nothing orders the two. Such a write
 * may never be seen, which no test can show by trying, because on most machines it nearly always is.
 *
 * <p>A solution that has no such race is never accused; one that has is found if its threads make the two accesses at all, however
 * long one comes before the other, unless by chance it does something else in between that orders them.
 */
public final class Races {
  private final RaceRecorder recorder = new RaceRecorder();
  private final Object solution;
  private final RaceWeaver classes;

  /**
   * Watches solutions of the same class as one.
   *
   * @param solution an instance, which itself stays unwatched
   * @param shared the classes and interfaces of its package that it shares with the check
   */
  public Races(Object solution, Class<?>... shared) {
    this.solution = solution;
    this.classes = new RaceWeaver(solution.getClass(), Set.of(shared), recorder.number());
  }

  /**
   * Makes a watched one.
   *
   * @param type which it is to be
   * @param arguments of its only constructor
   */
  public <T> T make(Class<T> type, Object... arguments) {
    try {
      Class<?> watched = Class.forName(solution.getClass().getName(), true, classes);
      Constructor<?> constructor = Arrays.stream(watched.getDeclaredConstructors())
          .filter(candidate -> candidate.getParameterCount() == arguments.length)
          .findFirst()
          .orElseThrow(() -> new RuleBroken("%s needs a constructor with %s", watched.getSimpleName(), Counted.of(arguments.length, "parameter")));
      constructor.setAccessible(true);
      return type.cast(constructor.newInstance(arguments));
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the solution's constructor failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("can't watch " + solution.getClass(), e);
    }
  }

  /** Throws if there was a race, and stops watching. */
  public void sayIfAny() {
    recorder.close();
    recorder.race().ifPresent(race -> {
      throw new RuleBroken("two threads use `%s`, and nothing orders them: %s, %s, and at least one of them writes. The other may "
          + "never see what was written, or see it before what was written earlier: the compiler may read a field once and go on with "
          + "that value, and processors keep what they write to themselves for a while. Let both hold the same lock, or make the field "
          + "volatile, or hand the value over through a future, a queue or a latch", race.field(), race.first(), race.second());
    });
  }
}
