package lab.homework.ex19;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import lab.homework.ex19.LockCrossing.Held;
import lab.homework.grade.AtRest;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Patience;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/** Exercise 19. Threads that have one lock each wait for one another before they go on: a cycle that can come about does. */
public final class DeadlockCheck implements Exercise<BudgetMover> {
  private static final String MOVES = "pages are moved, or the move is refused";
  static final String BOTH = "a budget is only touched by who holds the locks";
  static final String CYCLE = "no threads wait for one another in a circle";
  static final String APART = "a move holds up no move between other hosts";
  static final String BACK = "locks are given back, whatever happens";

  @Override
  public Card card() {
    return new Card(19, "Locks in order", List.of(20), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex19/MyBudgetMover.java");
  }

  @Override
  public Supplier<BudgetMover> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<BudgetMover>> rules() {
    return List.of(
        new Rule<>(MOVES, 2, DeadlockCheck::moves),
        new Rule<>(BOTH, 3, DeadlockCheck::holdsBoth),
        new Rule<>(CYCLE, 5, DeadlockCheck::makesNoCycle),
        new Rule<>(APART, 3, DeadlockCheck::holdsUpNoOther),
        new Rule<>(BACK, 2, DeadlockCheck::givesBack));
  }

  private static void moves(BudgetMover mover) {
    LockCrossing alone = new LockCrossing();
    Held a = alone.budget("a", 10);
    Held b = alone.budget("b", 1);
    RuleBroken.unless(mover.move(a, b, 4), "host a had 10 pages, but to move 4 of them to b was refused");
    expect(a, 6, b, 5, "4 pages were moved from a, which had 10, to b, which had 1");
    RuleBroken.unless(!mover.move(a, b, 7), "host a had 6 pages left, but move said that 7 of them were moved to b");
    expect(a, 6, b, 5, "to move 7 of the 6 pages of a is to be refused, and to change nothing");
    RuleBroken.unless(mover.move(a, a, 6), "to move pages from a to a changes nothing, but was refused");
    expect(a, 6, b, 5, "to move pages from a to a changes nothing");
    RuleBroken.unless(mover.total(List.of(b, a)) == 11, "a has 6 and b has 5 pages, but total said %d", mover.total(List.of(b, a)));
  }

  private static void expect(Held a, int ofA, Held b, int ofB, String what) {
    RuleBroken.unless(a.atTheEnd() == ofA && b.atTheEnd() == ofB,
        "%s: then a is to have %d and b %d, but they have %d and %d", what, ofA, ofB, a.atTheEnd(), b.atTheEnd());
  }

  private static void holdsBoth(BudgetMover mover) {
    LockCrossing alone = new LockCrossing();
    Held a = alone.budget("a", 10);
    Held b = alone.budget("b", 10);
    a.onlyWith(b);
    b.onlyWith(a);
    mover.move(a, b, 1);
    mover.move(b, a, 1);
  }

  private static void makesNoCycle(BudgetMover mover) throws Exception {
    LockCrossing two = new LockCrossing();
    Held a = two.budget("a", 10);
    Held b = two.budget("b", 10);
    run(two, List.of(() -> mover.move(a, b, 1), () -> mover.move(b, a, 2)), List.of("a to b", "b to a"));
    expect(a, 11, b, 9, "one thread moved 1 page from a to b, another 2 from b to a");

    LockCrossing three = new LockCrossing();
    Held c = three.budget("c", 10);
    Held d = three.budget("d", 10);
    Held e = three.budget("e", 10);
    run(three, List.of(() -> mover.move(c, d, 1), () -> mover.move(d, e, 1), () -> mover.move(e, c, 1)),
        List.of("c to d", "d to e", "e to c"));

    LockCrossing adding = new LockCrossing();
    Held f = adding.budget("f", 10);
    Held g = adding.budget("g", 10);
    List<Integer> total = new ArrayList<>();
    run(adding, List.of(() -> mover.move(f, g, 1), () -> total.add(mover.total(List.of(g, f)))), List.of("f to g", "total"));
    RuleBroken.unless(total.equals(List.of(20)), "f and g have 20 pages together, but while one was moved total said %s", total);
  }

  private static void run(LockCrossing crossing, List<Callable<?>> calls, List<String> names) throws Exception {
    List<FutureTask<Object>> tasks = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      tasks.add(new FutureTask<>(calls.get(i)::call));
      threads.add(thread(tasks.getLast(), names.get(i)));
    }
    crossing.meet(threads);
    threads.forEach(Thread::start);
    Patience.until(() -> !crossing.cycle().isEmpty() || tasks.stream().allMatch(FutureTask::isDone),
        "the threads %s neither come to an end nor wait for a lock", names);
    RuleBroken.unless(crossing.cycle().isEmpty(),
        "a deadlock: %s. None of them will ever go on. All threads must take the locks that they need in the same order, whatever they do "
            + "with them; what do hosts have by which one can be told to come first?", crossing.cycle());
    for (FutureTask<Object> task : tasks) {
      result(task);
    }
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private static void result(FutureTask<Object> task) throws Exception {
    try {
      task.get(Patience.SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static void holdsUpNoOther(BudgetMover mover) throws Exception {
    LockCrossing alone = new LockCrossing();
    Held a = alone.budget("a", 10);
    Held b = alone.budget("b", 10);
    a.lock().lock();
    b.lock().lock();
    FutureTask<Object> held = new FutureTask<>(() -> mover.move(a, b, 1));
    Thread waiter = thread(held, "a to b");
    waiter.start();
    try {
      Patience.until(() -> AtRest.isSo(waiter), "a move whose lock another thread holds doesn't wait for it");
      FutureTask<Object> other = new FutureTask<>(() -> mover.move(alone.budget("c", 10), alone.budget("d", 10), 1));
      thread(other, "c to d").start();
      result(other);
    } catch (TimeoutException e) {
      throw new RuleBroken("one thread waits for the locks of a and b, and another that moves pages from c to d waits, too, though nobody "
          + "holds their locks: which lock have the two in common?");
    } finally {
      a.lock().unlock();
      b.lock().unlock();
    }
    result(held);
  }

  private static void givesBack(BudgetMover mover) {
    LockCrossing alone = new LockCrossing();
    Held a = alone.budget("a", 10);
    Held b = alone.budget("b", 10);
    for (Held failing : List.of(a, b)) {
      failing.fails();
      try {
        mover.move(a, b, 1);
      } catch (IllegalStateException e) {
        RuleBroken.unless(!a.lock().isLocked() && !b.lock().isLocked(),
            "to change the budget of %s failed with an exception, and a lock is still held: everybody else waits for it for ever. Give it "
                + "back in a finally block", failing.host());
        continue;
      }
      throw new RuleBroken("to change the budget of %s failed with an exception, but move returned as if nothing had been", failing.host());
    }
  }
}
