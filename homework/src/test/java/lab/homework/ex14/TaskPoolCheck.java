package lab.homework.ex14;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Interruption;
import lab.homework.grade.Patience;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/** Exercise 14. Most workers are played by the check, which decides who dies of what; in the last rule they are processes. */
public final class TaskPoolCheck implements Exercise<TaskPool> {
  private static final int WORKERS = 3;
  private static final int ATTEMPTS = 3;
  private static final List<String> TASKS = IntStream.range(0, 8).mapToObj(i -> "task " + i).toList();

  private static final String ALL = "every task is answered, each by one worker";
  static final String OVERLAP = "as many tasks are done at a time as there may be workers";
  static final String SURVIVES = "the task of a worker that dies is done by another";
  static final String POISON = "a task that kills every worker fails, and no other does";
  static final String NONE_LEFT = "no worker is left";
  static final String INTERRUPT = "an interrupt ends it, and is told";
  private static final String PROCESSES = "it survives the kill of a real process";

  @Override
  public Card card() {
    return new Card(14, "A process pool that survives kill", List.of(12, 14, 15), "crawler-procs/README.md",
        "homework/src/main/java/lab/homework/ex14/MyTaskPool.java");
  }

  @Override
  public Supplier<TaskPool> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<TaskPool>> rules() {
    return List.of(
        new Rule<>(ALL, 2, TaskPoolCheck::doesAll),
        new Rule<>(OVERLAP, 2, TaskPoolCheck::overlaps),
        new Rule<>(SURVIVES, 5, TaskPoolCheck::survives),
        new Rule<>(POISON, 4, TaskPoolCheck::givesUpPoison),
        new Rule<>(NONE_LEFT, 2, TaskPoolCheck::leavesNone),
        new Rule<>(INTERRUPT, 2, TaskPoolCheck::endsWhenInterrupted),
        new Rule<>(PROCESSES, 3, TaskPoolCheck::survivesAKill));
  }

  private static void doesAll(TaskPool pool) throws Exception {
    Crew crew = new Crew(_ -> false);
    TaskPool.Outcome outcome = pool.run(TASKS, crew::start, WORKERS, ATTEMPTS);
    sayWhatIsMissing(outcome, TASKS);
    crew.sayIfAskedTwice(TASKS);
  }

  private static void sayWhatIsMissing(TaskPool.Outcome outcome, List<String> tasks) {
    Set<String> missing = new TreeSet<>(tasks);
    missing.removeAll(outcome.answers().keySet());
    RuleBroken.unless(missing.isEmpty() && outcome.failed().isEmpty(),
        "each task could be done, but %s has no answer, and %s is said to have failed: what becomes of the task of a worker that dies?",
        missing, outcome.failed());
    tasks.forEach(task -> RuleBroken.unless(JavaWorkerMain.checksum(task).equals(outcome.answers().get(task)),
        "'%s' has the answer of another task: %s", task, outcome.answers().get(task)));
  }

  private static void overlaps(TaskPool pool) throws Exception {
    Crew crew = new Crew(_ -> false);
    crew.needed = WORKERS;
    pool.run(TASKS, crew::start, WORKERS, ATTEMPTS);
    RuleBroken.unless(!crew.gaveUp,
        "there were %d tasks and there may be %d workers, but never more than %d had something to do at a time",
        TASKS.size(), WORKERS, crew.peak);
    RuleBroken.unless(crew.started.size() <= WORKERS, "%d workers were started where there may be %d", crew.started.size(), WORKERS);
  }

  private static void survives(TaskPool pool) throws Exception {
    Crew crew = new Crew(attempt -> attempt.task.equals("task 2") && attempt.number == 1);
    TaskPool.Outcome outcome = pool.run(TASKS, crew::start, WORKERS, ATTEMPTS);
    sayWhatIsMissing(outcome, TASKS);
    crew.sayIfAskedTwice(TASKS.stream().filter(task -> !task.equals("task 2")).toList());
    RuleBroken.unless(crew.asks("task 2") == 2,
        "the first worker that was given task 2 died of it; it was handed out %d times, where 2 are enough", crew.asks("task 2"));
  }

  private static void givesUpPoison(TaskPool pool) throws Exception {
    // So that a pool that never gives up comes to an end, too, the poison loses its power after a while.
    Crew crew = new Crew(attempt -> attempt.task.equals("task 3") && attempt.number <= 3 * ATTEMPTS);
    TaskPool.Outcome outcome = pool.run(TASKS, crew::start, WORKERS, ATTEMPTS);
    RuleBroken.unless(crew.asks("task 3") == ATTEMPTS,
        "task 3 kills every worker: it is to be tried %d times, but was tried %d times. Count the deaths of each task",
        ATTEMPTS, crew.asks("task 3"));
    RuleBroken.unless(outcome.failed().equals(Set.of("task 3")),
        "task 3 kills every worker, and nothing else went wrong, but what you say to have failed is %s", outcome.failed());
    List<String> others = TASKS.stream().filter(task -> !task.equals("task 3")).toList();
    sayWhatIsMissing(new TaskPool.Outcome(outcome.answers(), Set.of()), others);
  }

  private static void leavesNone(TaskPool pool) throws Exception {
    Crew crew = new Crew(attempt -> attempt.task.equals("task 1"));
    pool.run(TASKS, crew::start, WORKERS, ATTEMPTS);
    crew.sayIfOneIsLeft();
  }

  private static void endsWhenInterrupted(TaskPool pool) throws Exception {
    Crew crew = new Crew(_ -> false);
    crew.answersNobody = true;
    Interruption.mustEnd("run", () -> pool.run(TASKS, crew::start, WORKERS, ATTEMPTS), crew::isAtWork);
    crew.sayIfOneIsLeft();
  }

  private static void survivesAKill(TaskPool pool) throws Exception {
    Queue<JavaWorker> processes = new ConcurrentLinkedQueue<>();
    AtomicBoolean killed = new AtomicBoolean();
    List<String> tasks = List.of("a", "b", "c");
    try {
      TaskPool.Outcome outcome = pool.run(tasks, () -> {
        JavaWorker worker = JavaWorker.start();
        processes.add(worker);
        return killedAt("b", worker, killed);
      }, 1, ATTEMPTS);
      sayWhatIsMissing(outcome, tasks);
      RuleBroken.unless(processes.size() == 2, "one process was killed, and so two are needed, but you started %d", processes.size());
      for (JavaWorker worker : processes) {
        Patience.until(() -> !worker.process().isAlive(), "process %d is still there after the run", worker.process().pid());
      }
    } finally {
      processes.forEach(JavaWorker::close);
    }
  }

  /** Kills the process just before it is asked for the first time to do a task. */
  private static Worker killedAt(String deadly, JavaWorker worker, AtomicBoolean killed) {
    return new Worker() {
      @Override
      public String ask(String task) throws DiedException {
        if (task.equals(deadly) && killed.compareAndSet(false, true)) {
          worker.process().destroyForcibly();
          worker.process().onExit().join();
        }
        return worker.ask(task);
      }

      @Override
      public void close() {
        worker.close();
      }
    };
  }

  /** A task that a worker was given. */
  private record Attempt(String task, int number) {}

  /** Workers that the check plays. */
  private static final class Crew {
    private final Function<Attempt, Boolean> dies;
    private final Map<String, AtomicInteger> asks = new ConcurrentHashMap<>();
    private final Queue<Played> started = new ConcurrentLinkedQueue<>();
    private int needed;
    private int busy;
    private int peak;
    private boolean gaveUp;
    private volatile boolean answersNobody;

    Crew(Function<Attempt, Boolean> dies) {
      this.dies = dies;
    }

    Worker start() {
      Played worker = new Played();
      started.add(worker);
      return worker;
    }

    /** A task begins. Nobody goes on until so many have begun as are needed at a time, or never will. */
    private synchronized void begin() {
      busy++;
      peak = Math.max(peak, busy);
      notifyAll();
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Patience.SECONDS);
      try {
        while (peak < needed && !gaveUp) {
          long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
          gaveUp = left <= 0;
          wait(Math.max(1, left));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    synchronized boolean isAtWork() {
      return busy > 0;
    }

    private synchronized void end() {
      busy--;
      notifyAll();
    }

    int asks(String task) {
      return asks.getOrDefault(task, new AtomicInteger()).get();
    }

    void sayIfAskedTwice(List<String> tasks) {
      tasks.forEach(task -> RuleBroken.unless(asks(task) == 1,
          "no worker died of '%s', but it was handed out %d times", task, asks(task)));
    }

    void sayIfOneIsLeft() {
      long left = started.stream().filter(worker -> !worker.closed).count();
      RuleBroken.unless(left == 0,
          "%d of %d workers were not closed: each is a process that outlives your program. Close them in a finally block",
          left, started.size());
    }

    private final class Played implements Worker {
      private volatile boolean dead;
      private volatile boolean closed;

      @Override
      public String ask(String task) throws DiedException {
        int number = asks.computeIfAbsent(task, _ -> new AtomicInteger()).incrementAndGet();
        begin();
        try {
          awaitClose();
          dead |= closed || dies.apply(new Attempt(task, number));
          if (dead) {
            throw new DiedException("a worker died of " + task);
          }
          return JavaWorkerMain.checksum(task);
        } finally {
          end();
        }
      }

      /** Like one that waits for a process: no interrupt reaches it. */
      private void awaitClose() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2 * Patience.SECONDS);
        while (answersNobody && !closed && System.nanoTime() < end) {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
      }

      @Override
      public void close() {
        closed = true;
      }
    }
  }
}
