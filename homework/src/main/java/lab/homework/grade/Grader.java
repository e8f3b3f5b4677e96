package lab.homework.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.homework.grade.RuleResult.Verdict;

/**
 * Tries a solution rule by rule, each on a thread of its own: so that one that never ends is told from one that is right, and
 * where its threads are can be said.
 */
public final class Grader {
  private static final String NOT_TRIED = "not tried: mend the rules before it first";

  private final long ruleMillis;
  private final long exerciseMillis;

  /** A grader that is done with any solution within 20 seconds, whatever that does. */
  public Grader() {
    this(TimeUnit.SECONDS.toMillis(Patience.RULE_SECONDS), TimeUnit.SECONDS.toMillis(Patience.EXERCISE_SECONDS));
  }

  /** One with other limits for one rule and for all rules of an exercise, in milliseconds. */
  public Grader(long ruleMillis, long exerciseMillis) {
    this.ruleMillis = ruleMillis;
    this.exerciseMillis = exerciseMillis;
  }

  /**
   * Grades one solution.
   *
   * @param exercise whose rules
   * @param solution makes what is graded, afresh for each rule
   * @throws CheckBrokenException if the check fails by itself
   */
  public <T> Grade grade(Exercise<T> exercise, Supplier<? extends T> solution) {
    return grade(exercise, solution, false);
  }

  /**
   * The same, but only up to the first rule that is broken: the others are not tried.
   *
   * @return the rule that is broken first; empty if none is
   */
  <T> Optional<RuleResult> firstBroken(Exercise<T> exercise, Supplier<? extends T> solution) {
    return grade(exercise, solution, true).firstToFix();
  }

  private <T> Grade grade(Exercise<T> exercise, Supplier<? extends T> solution, boolean onlyToTheFirst) {
    List<RuleResult> results = new ArrayList<>();
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(exerciseMillis);
    boolean over = false;
    for (Rule<T> rule : exercise.rules()) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      // A rule gets all of its time or none: else a slow machine would be taken for a deadlock.
      if (over || left < ruleMillis) {
        results.add(new RuleResult(rule.name(), rule.points(), Verdict.NOT_TRIED, NOT_TRIED, 0));
      } else {
        Attempt<T> attempt = new Attempt<>(rule, solution, exercise.getClass());
        results.add(attempt.result(ruleMillis));
        over = attempt.hung || (onlyToTheFirst && !results.getLast().isPassed());
      }
    }
    return new Grade(exercise.card(), results);
  }

  /** One rule, tried once. */
  private static final class Attempt<T> {
    private final Rule<T> rule;
    private final Class<?> check;
    private final ThreadGroup group = new ThreadGroup("a solution on trial");
    private final FutureTask<Void> task;
    private boolean hung;

    Attempt(Rule<T> rule, Supplier<? extends T> solution, Class<?> check) {
      this.rule = rule;
      this.check = check;
      this.task = new FutureTask<>(() -> {
        rule.trial().run(solution.get());
        return null;
      });
    }

    RuleResult result(long limitMillis) {
      Thread thread = new Thread(group, task, "the check itself");
      thread.setDaemon(true);
      long began = System.nanoTime();
      thread.start();
      String message = message(limitMillis);
      double seconds = (System.nanoTime() - began) / 1e9;
      // A hung solution's threads hold locks that nobody will miss; what can be stopped is stopped.
      group.interrupt();
      return new RuleResult(rule.name(), rule.points(), message.isEmpty() ? Verdict.PASSED : Verdict.FAILED, message, seconds);
    }

    /** What to mend; empty if the rule is kept. */
    private String message(long limitMillis) {
      try {
        task.get(limitMillis, TimeUnit.MILLISECONDS);
        return "";
      } catch (ExecutionException e) {
        return message(e.getCause());
      } catch (TimeoutException e) {
        hung = true;
        return "it never comes to an end. " + Waiting.of(group, check);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CheckBrokenException("the grading was interrupted", e);
      }
    }

    private String message(Throwable thrown) {
      // A rule may have been broken on a thread of the solution, which wraps what it doesn't know.
      for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
        if (cause instanceof RuleBroken) {
          return cause.getMessage();
        }
      }
      StackTraceElement where = inSolution(thrown);
      if (where == null && (thrown instanceof NullPointerException || thrown instanceof ConcurrentModificationException)) {
        return "what your solution returned can't be read: it is or holds null, or some thread goes on changing it ("
            + describe(thrown) + ")";
      }
      if (where == null) {
        throw new CheckBrokenException("the check of the rule '" + rule.name() + "' failed by itself: " + thrown, thrown);
      }
      String place = where.getFileName() + " line " + where.getLineNumber();
      if (thrown instanceof UnsupportedOperationException && String.valueOf(thrown.getMessage()).endsWith("is still to do")) {
        return Grade.NOT_BEGUN + ": " + thrown.getMessage() + ", see the TODO in " + place;
      }
      return "it throws " + describe(thrown) + ", from " + place;
    }

    /** The line of the exercise, but not of its check, that the exception came through; null if there is none. */
    private StackTraceElement inSolution(Throwable thrown) {
      return Stream.iterate(thrown, e -> e != null, Throwable::getCause)
          .flatMap(e -> Arrays.stream(e.getStackTrace()))
          .filter(frame -> frame.getClassName().startsWith(check.getPackageName() + "."))
          .filter(frame -> !frame.getClassName().startsWith(check.getName()))
          .findFirst()
          .orElse(null);
    }

    private static String describe(Throwable thrown) {
      return Stream.iterate(thrown, e -> e != null, Throwable::getCause)
          .map(e -> e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")"))
          .distinct()
          .collect(Collectors.joining(", caused by "));
    }
  }
}
