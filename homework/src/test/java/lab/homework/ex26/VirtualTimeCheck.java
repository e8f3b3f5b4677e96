package lab.homework.ex26;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import lab.homework.ex26.VirtualTime.Planned;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Patience;
import lab.homework.grade.Races;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/** Exercise 26. Tasks note what time it is; and a retry that takes minutes is tested, which the exercise is for. */
public final class VirtualTimeCheck implements Exercise<VirtualTime> {
  static final String ORDER = "what is due is run in the order of time, at its time";
  static final String TIES = "what is due at the same time is run as it was planned";
  static final String NESTED = "what a task plans is run as well, if it is due";
  private static final String CANCEL = "what is cancelled isn't run";
  private static final String THROWS = "a task that throws stops the clock at its time";
  static final String THREADS = "other threads may plan while a task runs";
  static final String VISIBLE = "what one thread writes, the others are sure to see";

  @Override
  public Card card() {
    return new Card(26, "Virtual time", List.of(), "common/README.md", "homework/src/main/java/lab/homework/ex26/MyVirtualTime.java");
  }

  @Override
  public Supplier<VirtualTime> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<VirtualTime>> rules() {
    return List.of(
        new Rule<>(ORDER, 3, VirtualTimeCheck::runsInOrder),
        new Rule<>(TIES, 2, VirtualTimeCheck::keepsTies),
        new Rule<>(NESTED, 3, VirtualTimeCheck::runsWhatTasksPlan),
        new Rule<>(CANCEL, 1, VirtualTimeCheck::cancels),
        new Rule<>(THROWS, 1, VirtualTimeCheck::stopsAtAnException),
        new Rule<>(THREADS, 3, VirtualTimeCheck::letsOthersPlan),
        new Rule<>(VISIBLE, 2, VirtualTimeCheck::hasNoRace));
  }

  private static void runsInOrder(VirtualTime time) {
    List<String> log = new ArrayList<>();
    RuleBroken.unless(time.now() == 0, "time begins at 0, but now says %d", time.now());
    time.schedule(() -> log.add("a at " + time.now()), 300);
    time.schedule(() -> log.add("b at " + time.now()), 100);
    time.schedule(() -> log.add("c at " + time.now()), 301);
    time.advance(99);
    expect(log, List.of(), "a, b and c were planned in 300, 100 and 301, and 99 have passed");
    time.advance(201);
    expect(log, List.of("b at 100", "a at 300"), "a, b and c were planned in 300, 100 and 301, and 300 have passed: in a task it is the time for "
        + "which that was planned");
    RuleBroken.unless(time.now() == 300, "99 and 201 have passed, but now says %d", time.now());
    time.schedule(() -> log.add("d at " + time.now()), 0);
    time.advance(0);
    expect(log, List.of("b at 100", "a at 300", "d at 300"), "d was planned at once");
  }

  private static void expect(List<String> log, List<String> expected, String what) {
    RuleBroken.unless(log.equals(expected), "%s, and so %s should have been run, but it was %s", what, expected, log);
  }

  private static void keepsTies(VirtualTime time) {
    List<String> log = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      String name = String.valueOf(i);
      time.schedule(() -> log.add(name), 100);
    }
    time.advance(100);
    expect(log, List.of("0", "1", "2", "3", "4", "5", "6", "7", "8"), "nine tasks were planned for the same time, 0 first and 8 last (a priority "
        + "queue by itself keeps no order among equals)");
  }

  /** A retry with pauses that double, as in exercise 5, with what it needs for half an hour of patience. */
  private static void runsWhatTasksPlan(VirtualTime time) {
    List<String> log = new ArrayList<>();
    Runnable[] attempt = new Runnable[1];
    AtomicInteger attempts = new AtomicInteger();
    attempt[0] = () -> {
      log.add("attempt at " + time.now());
      if (attempts.incrementAndGet() < 5) {
        time.schedule(attempt[0], 60_000L << attempts.get() - 1);
      }
    };
    time.schedule(attempt[0], 0);
    time.schedule(() -> log.add("timeout at " + time.now()), 200_000);
    time.advance(1_800_000);
    expect(log, List.of("attempt at 0", "attempt at 60000", "attempt at 180000", "timeout at 200000", "attempt at 420000", "attempt at 900000"),
        "each attempt plans the next one, in 60 s, 120 s and so on, and a timeout was planned in 200 s; half an hour has passed");
  }

  private static void cancels(VirtualTime time) {
    List<String> log = new ArrayList<>();
    Planned a = time.schedule(() -> log.add("a"), 100);
    Planned b = time.schedule(() -> log.add("b"), 100);
    RuleBroken.unless(a.cancel(), "a is planned, but cancel said that it isn't");
    RuleBroken.unless(!a.cancel(), "a was cancelled before, but cancel said that it has cancelled it now");
    time.advance(100);
    expect(log, List.of("b"), "a was cancelled, and b wasn't");
    RuleBroken.unless(!b.cancel(), "b was run, but cancel said that it has cancelled it");
  }

  private static void stopsAtAnException(VirtualTime time) {
    List<String> log = new ArrayList<>();
    IllegalStateException bug = new IllegalStateException("a task that fails");
    time.schedule(() -> {
      throw bug;
    }, 100);
    time.schedule(() -> log.add("next"), 150);
    try {
      time.advance(200);
      throw new RuleBroken("a task threw an exception, but advance returned as if nothing had been");
    } catch (IllegalStateException e) {
      RuleBroken.unless(e == bug && time.now() == 100 && log.isEmpty(),
          "a task that was planned in 100 threw an exception: that is to come out, at 100, with what is due later still planned; but %s came, at "
              + "%d, and %s were run", e, time.now(), log);
    }
    time.advance(100);
    expect(log, List.of("next"), "a task threw at 100, then 100 more have passed");
  }

  private static void letsOthersPlan(VirtualTime time) throws Exception {
    List<String> log = new ArrayList<>();
    time.schedule(() -> planElsewhere(time, log), 100);
    time.advance(200);
    expect(log, List.of("planned by another thread"), "while a task ran, at 100, another thread planned one in 50, and 200 have passed");
  }

  private static void planElsewhere(VirtualTime time, List<String> log) {
    FutureTask<Planned> plan = new FutureTask<>(() -> time.schedule(() -> log.add("planned by another thread"), 50));
    Thread other = new Thread(plan, "another thread");
    other.setDaemon(true);
    other.start();
    try {
      plan.get(Patience.SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new RuleBroken("while a task runs another thread wants to plan one, and waits until the first is through, which may wait for it: hold no "
          + "lock while a task runs");
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void hasNoRace(VirtualTime time) throws Exception {
    Races races = new Races(time, VirtualTime.class);
    VirtualTime watched = races.make(VirtualTime.class);
    AtomicInteger looks = new AtomicInteger();
    FutureTask<Void> clock = new FutureTask<>(() -> {
      while (watched.now() < 300) {
        looks.incrementAndGet();
        Thread.onSpinWait();
      }
      return null;
    });
    Thread other = new Thread(clock, "who looks at the clock");
    other.setDaemon(true);
    other.start();
    Patience.until(() -> looks.get() > 0 || clock.isDone(), "now doesn't return");
    watched.schedule(() -> { }, 100);
    watched.advance(300);
    try {
      clock.get(Patience.SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new RuleBroken("300 have passed, and a thread that looks at the clock again and again still doesn't see it");
    }
    races.sayIfAny();
  }
}
