package lab.homework.ex28;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.function.Supplier;
import lab.homework.grade.Card;
import lab.homework.grade.ClassUse;
import lab.homework.grade.Exercise;
import lab.homework.grade.LockCall;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.ScriptedLock;
import lab.homework.grade.Starter;

/** Exercise 28. The barrier's lock is the check's, and so who is slow to wake up, or wakes up for nothing, is as well. */
public final class BarrierCheck implements Exercise<Barrier.Maker> {
  private static final Set<String> BORROWED = Set.of("java.util.concurrent.CyclicBarrier", "java.util.concurrent.Phaser",
      "java.util.concurrent.CountDownLatch", "java.util.concurrent.Exchanger");

  static final String MEETS = "nobody goes on before all have come, and then all do";
  static final String ROUNDS = "the next round may begin before all have left this one";
  static final String WOKEN = "whoever is woken for nothing waits on";
  static final String BREAKS = "an interrupt ends a round, for all who are in it";
  static final String COMPLETE = "a complete round stays complete, whatever comes later";

  @Override
  public Card card() {
    return new Card(28, "Wait for one another, again and again", List.of(20, 25), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex28/MyBarrier.java");
  }

  @Override
  public Supplier<Barrier.Maker> starter() {
    return () -> (parties, lock) -> Starter.make(card(), parties, lock);
  }

  @Override
  public List<Rule<Barrier.Maker>> rules() {
    return List.of(
        new Rule<>(MEETS, 3, BarrierCheck::meets),
        new Rule<>(ROUNDS, 4, BarrierCheck::keepsRoundsApart),
        new Rule<>(WOKEN, 2, BarrierCheck::waitsOn),
        new Rule<>(BREAKS, 4, BarrierCheck::breaks),
        new Rule<>(COMPLETE, 2, BarrierCheck::staysComplete));
  }

  private static void meets(Barrier.Maker maker) throws Exception {
    Trial trial = new Trial(maker, 3);
    Optional<String> borrowed = ClassUse.of(trial.barrier.getClass(), BORROWED::contains);
    RuleBroken.unless(borrowed.isEmpty(), "%s does the work: this is about what is behind it", borrowed.orElse(""));
    for (int round = 0; round < 2; round++) {
      LockCall<Integer> first = trial.comes("the first");
      first.mustWait("there are 3 parties, and only one of them had come, but it went on");
      LockCall<Integer> second = trial.comes("the second");
      second.mustWait("there are 3 parties, and only two of them had come, but one went on");
      first.mustWait("there are 3 parties, and only two of them had come, but one went on");
      LockCall<Integer> third = trial.comes("the third");
      for (LockCall<Integer> call : List.of(first, second, third)) {
        trial.mustGet(call, round, "all 3 have come, but one still waits, and nobody is left who could tell it: the last to come must "
            + "tell all");
      }
    }
  }

  private static void keepsRoundsApart(Barrier.Maker maker) throws Exception {
    Trial trial = new Trial(maker, 2);
    LockCall<Integer> slow = trial.comes("the slow one");
    slow.mustWait("there are 2 parties, and only one had come, but it went on");
    trial.lock.holdBack(slow);
    trial.mustGet(trial.comes("the quick one"), 0, "both have come, but the second waits");
    LockCall<Integer> again = trial.comes("the quick one, again");
    again.mustWait("both had come, and the second came again for round 1 while the first had not yet woken up: it must wait for somebody "
        + "in round 1, but went on at once");
    trial.lock.letGo(slow);
    trial.mustGet(slow, 0, "both had come, and before the first of them had woken up, the second came again. Now the first wakes up, "
        + "finds that one thread waits, and waits as well: it is left over from a round that is over. What tells rounds apart, if not the "
        + "count?");
    LockCall<Integer> other = trial.comes("another one");
    for (LockCall<Integer> call : List.of(again, other)) {
      trial.mustGet(call, 1, "two have come in round 1, but one of them waits");
    }
  }

  private static void waitsOn(Barrier.Maker maker) throws Exception {
    Trial trial = new Trial(maker, 2);
    LockCall<Integer> first = trial.comes("the first");
    first.mustWait("there are 2 parties, and only one had come, but it went on");
    trial.lock.wakeForNothing();
    first.mustWait("a thread that waited was woken for nothing, as a condition may do, and went on alone: look again, with while and not "
        + "with if");
    trial.mustGet(trial.comes("the second"), 0, "both have come, but the second waits");
    trial.mustGet(first, 0, "the first was woken for nothing once, and is not told any more when all have come");
  }

  private static void breaks(Barrier.Maker maker) throws Exception {
    Trial trial = new Trial(maker, 3);
    LockCall<Integer> first = trial.comes("the first");
    LockCall<Integer> second = trial.comes("the second");
    first.mustWait("there are 3 parties, and only two had come, but one went on");
    first.interrupt();
    mustBeBroken(second, "one of two that waited was interrupted, and is gone; the other waits on for three who will never be: who tells "
        + "it?");
    mustBeBroken(trial.comes("a late one"), "the barrier is broken, but whoever comes later waits: for whom?");
  }

  private static void mustBeBroken(LockCall<Integer> call, String ifItWaits) throws Exception {
    try {
      int round = call.result(ifItWaits);
      throw new RuleBroken("one of those who waited was interrupted, and another got %d, as if all had come: throw a "
          + "BrokenBarrierException", round);
    } catch (BrokenBarrierException e) {
      // As it should be.
    }
  }

  private static void staysComplete(Barrier.Maker maker) throws Exception {
    Trial trial = new Trial(maker, 2);
    LockCall<Integer> slow = trial.comes("the slow one");
    slow.mustWait("there are 2 parties, and only one had come, but it went on");
    trial.lock.holdBack(slow);
    trial.mustGet(trial.comes("the quick one"), 0, "both have come, but the second waits");
    LockCall<Integer> next = trial.comes("the first of round 1");
    next.mustWait("only one has come in round 1, but it went on");
    next.interrupt();
    trial.lock.letGo(slow);
    try {
      trial.mustGet(slow, 0, "its round was complete, but it waits on");
    } catch (BrokenBarrierException e) {
      throw new RuleBroken("all had come in round 0, and before the slowest of them had woken up, one of round 1 was interrupted: so the "
          + "slow one was told that round 0 is broken, while the others of round 0 go on. First look whether its round is complete, then "
          + "whether it is broken");
    }
  }

  /** A barrier, and those who come to it. */
  private static final class Trial {
    private final ScriptedLock lock = new ScriptedLock();
    private final Barrier barrier;

    Trial(Barrier.Maker maker, int parties) {
      barrier = maker.make(parties, lock);
    }

    LockCall<Integer> comes(String name) {
      return lock.call(name, barrier::await);
    }

    void mustGet(LockCall<Integer> call, int round, String ifItWaits) throws Exception {
      int got = call.result(ifItWaits);
      RuleBroken.unless(got == round, "that was round %d, but await returned %d", round, got);
    }
  }
}
