package lab.homework.ex09;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import lab.homework.grade.AtRest;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Patience;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/** Exercise 9. While one thread computes, another comes along, and the check looks whether that one waits or computes, too. */
public final class InterpreterCheck implements Exercise<Interpreter> {
  private static final int THREADS = 4;
  private static final int COMPUTATIONS = 2;
  /** Rarely: where many others want the processor, whoever yields gets it back after a long while. */
  private static final int YIELDS_EVERY = 50;
  private static final int ROUNDS = 20;

  static final String ONE = "one thread computes at a time";
  static final String THROWS = "a computation that throws lets the others go on";
  static final String BLOCK = "while one waits, others compute";
  static final String TURNS = "a thread that waits gets its turn within a switch interval";

  @Override
  public Card card() {
    return new Card(9, "Emulate an interpreter lock", List.of(6, 7, 9, 10, 11), "common/README.md",
        "homework/src/main/java/lab/homework/ex09/MyInterpreter.java");
  }

  @Override
  public Supplier<Interpreter> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<Interpreter>> rules() {
    return List.of(
        new Rule<>(ONE, 3, InterpreterCheck::computesOneAtATime),
        new Rule<>(THROWS, 2, InterpreterCheck::goesOnAfterAnException),
        new Rule<>(BLOCK, 3, InterpreterCheck::letsOthersInWhileItWaits),
        new Rule<>(TURNS, 4, InterpreterCheck::takesTurns));
  }

  private static void computesOneAtATime(Interpreter interpreter) throws Exception {
    List<Rival> rivals = new ArrayList<>();
    int result = interpreter.compute(() -> {
      rivals.add(onlyOneComputes(interpreter, "in the middle of a computation"));
      return 42;
    });
    RuleBroken.unless(result == 42, "the computation's result was 42, but compute returned %d", result);
    awaitEnd(rivals);
    crowd(interpreter);
  }

  /** Many threads and many turns; between two steps they may change, in the middle of one never. */
  private static void crowd(Interpreter interpreter) throws Exception {
    AtomicInteger computing = new AtomicInteger();
    AtomicInteger peak = new AtomicInteger();
    List<Rival> rivals = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      rivals.add(new Rival(interpreter, COMPUTATIONS, () -> {
        for (int step = 0; step < 2 * Interpreter.SWITCH_INTERVAL; step++) {
          peak.accumulateAndGet(computing.incrementAndGet(), Math::max);
          if (step % YIELDS_EVERY == 0) {
            Thread.yield();
          }
          computing.decrementAndGet();
          interpreter.checkpoint();
        }
      }));
    }
    rivals.forEach(Rival::start);
    awaitEnd(rivals);
    RuleBroken.unless(peak.get() == 1,
        "%d of %d threads were in the middle of a step at the same time: does each have its turn again when checkpoint returns?",
        peak.get(), THREADS);
  }

  private static void goesOnAfterAnException(Interpreter interpreter) throws Exception {
    IOException broken = new IOException("a computation that fails");
    IOException thrown = thrownBy(() -> interpreter.compute(() -> {
      throw broken;
    }));
    RuleBroken.unless(thrown == broken, "the computation threw %s, but compute threw %s", broken, thrown);
    Rival rival = new Rival(interpreter, 1, () -> { });
    rival.start();
    rival.awaitEnd("a computation threw an exception, and after that no other thread ever got its turn: who gives the turn up "
        + "when the computation doesn't return?");
  }

  private static void letsOthersInWhileItWaits(Interpreter interpreter) throws Exception {
    List<Rival> rivals = new ArrayList<>();
    interpreter.compute(() -> {
      CountDownLatch computed = new CountDownLatch(1);
      rivals.add(new Rival(interpreter, 1, computed::countDown));
      rivals.getFirst().start();
      String reply = interpreter.block(() -> {
        Patience.await(computed, "one thread waited in block, and no other could compute meanwhile: who waits needs no "
            + "processor, so why should it keep the others from it?");
        return "reply";
      });
      RuleBroken.unless("reply".equals(reply), "what blocked returned \"reply\", but block returned \"%s\"", reply);
      rivals.add(onlyOneComputes(interpreter, "after block returned"));
      IOException broken = new IOException("a call that fails");
      IOException thrown = thrownBy(() -> interpreter.block(() -> {
        throw broken;
      }));
      RuleBroken.unless(thrown == broken, "what blocked threw %s, but block threw %s", broken, thrown);
      rivals.add(onlyOneComputes(interpreter, "after block threw what the call had thrown"));
      return null;
    });
    awaitEnd(rivals);
  }

  private static void takesTurns(Interpreter interpreter) throws Exception {
    List<Rival> rivals = new ArrayList<>();
    interpreter.compute(() -> {
      // Nobody waits yet: this must not wait either.
      steps(interpreter, 2 * Interpreter.SWITCH_INTERVAL);
      return null;
    });
    interpreter.compute(() -> {
      for (int round = 0; round < ROUNDS; round++) {
        rivals.add(letsOneIn(interpreter));
      }
      return null;
    });
    awaitEnd(rivals);
  }

  /** Called by the thread whose turn it is: lets another come along, and gives it time for one turn. Gives that one. */
  private static Rival letsOneIn(Interpreter interpreter) {
    AtomicInteger turns = new AtomicInteger();
    Rival rival = new Rival(interpreter, 1, turns::incrementAndGet);
    rival.start();
    rival.untilItWaits();
    steps(interpreter, Interpreter.SWITCH_INTERVAL / 2);
    RuleBroken.unless(turns.get() == 0,
        "another thread got its turn after %d steps or less, and not after %d: to switch costs time, so it is not done sooner",
        Interpreter.SWITCH_INTERVAL / 2, Interpreter.SWITCH_INTERVAL);
    steps(interpreter, Interpreter.SWITCH_INTERVAL / 2 + 1);
    RuleBroken.unless(turns.get() == 1,
        "one thread did %d steps, and another still waited for its turn: does checkpoint give the turn up at all? And if so, who "
        + "is the first to take it again: the thread that runs, or the one that must be woken up?",
        Interpreter.SWITCH_INTERVAL + 1);
    return rival;
  }

  private static void steps(Interpreter interpreter, int steps) {
    for (int i = 0; i < steps; i++) {
      interpreter.checkpoint();
    }
  }

  /** Called by the thread whose turn it is: lets another come along, which must wait. Gives that one. */
  private static Rival onlyOneComputes(Interpreter interpreter, String when) {
    AtomicInteger turns = new AtomicInteger();
    Rival rival = new Rival(interpreter, 1, turns::incrementAndGet);
    rival.start();
    Patience.until(() -> turns.get() > 0 || AtRest.isSo(rival.thread), "a thread came along, and neither computes nor waits for its turn");
    RuleBroken.unless(turns.get() == 0,
        "%s, when it was one thread's turn, another one came along and computed at the same time: what was it to wait for?",
        when);
    return rival;
  }

  private static IOException thrownBy(Callable<?> call) throws Exception {
    try {
      call.call();
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  private static void awaitEnd(List<Rival> rivals) throws Exception {
    for (Rival rival : rivals) {
      rival.awaitEnd("a thread that waited for its turn never got it, though no other computes any more: who wakes it up?");
    }
  }

  /** Another thread that computes, as often as it is told to. */
  private static final class Rival {
    private final FutureTask<Void> task;
    private final Thread thread;

    Rival(Interpreter interpreter, int times, Runnable computation) {
      task = new FutureTask<>(() -> {
        for (int i = 0; i < times; i++) {
          interpreter.compute(() -> {
            computation.run();
            return null;
          });
        }
        return null;
      });
      thread = new Thread(task, "another thread");
      thread.setDaemon(true);
    }

    void start() {
      thread.start();
    }

    boolean isIdle() {
      return switch (thread.getState()) {
        case WAITING, TIMED_WAITING, BLOCKED, TERMINATED -> true;
        case NEW, RUNNABLE -> false;
      };
    }

    void untilItWaits() {
      // Not BLOCKED: so it may be for a moment before it comes to the solution.
      Patience.until(() -> isIdle() && thread.getState() != Thread.State.BLOCKED,
          "a thread that is to compute neither does nor waits for its turn: does it ask again and again?");
    }

    /** Throws what it threw. */
    void awaitEnd(String message) throws Exception {
      try {
        task.get(Patience.SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        throw new RuleBroken(message);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }
  }
}
