package lab.lecture.tools;

import static lab.lecture.verdicts.Words.say;

import java.util.concurrent.ConcurrentHashMap;
import lab.lecture.faults.Fault;
import lab.lecture.faults.Scenario;
import lab.lecture.verdicts.Unit;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;

/**
 * Lincheck's model checking: it takes the threads' turns itself, and tries one schedule after another. It takes writes to be seen at once by
 * all, so that no fault of visibility can show.
 */
final class ModelChecking implements Asked {
  private static final int SCHEDULES = 5_000;

  @Override
  public Find about(Fault fault) {
    if (fault.scenario().isEmpty()) {
      return Jcstress.noScenario();
    }
    try {
      Lincheck.runConcurrentTest(SCHEDULES, () -> play(fault));
      return Find.notFound(say("tools.schedules", Unit.COUNT.text(5_000)));
    } catch (LincheckAssertionError e) {
      return find(e.getMessage());
    }
  }

  /** It throws the same when it has failed itself. */
  private static Find find(String words) {
    if (words.contains("You've caught a bug in Lincheck")) {
      throw new IllegalStateException(words);
    }
    return Find.found("", words);
  }

  /** One schedule: which one is up to Lincheck. It has to see each thread made, begun and waited for: what a stream does it doesn't see. */
  private static void play(Fault fault) {
    // Lincheck looks into the library's classes from when it sees one made, and in constructors it doesn't look.
    ConcurrentHashMap.newKeySet().add(fault);
    Scenario scenario = fault.scenario().orElseThrow();
    Thread first = new Thread(scenario::first);
    Thread second = new Thread(scenario::second);
    Thread third = new Thread(scenario::third);
    first.start();
    second.start();
    if (scenario.threads() == 3) {
      third.start();
      join(third);
    }
    join(first);
    join(second);
    if (!scenario.outcome().equals(Scenario.RIGHT)) {
      throw new AssertionError(scenario.outcome());
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
