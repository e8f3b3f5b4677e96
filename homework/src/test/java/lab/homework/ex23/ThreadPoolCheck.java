package lab.homework.ex23;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lab.homework.grade.AtRest;
import lab.homework.grade.Card;
import lab.homework.grade.ClassUse;
import lab.homework.grade.Exercise;
import lab.homework.grade.Patience;
import lab.homework.grade.Races;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/** Exercise 23. All threads come from the check, tasks wait for one another, and whoever is to wait is looked at until it does. */
public final class ThreadPoolCheck implements Exercise<WorkerPool.Maker> {
  static final int THREADS = 3;
  private static final int ROOM = 2;
  private static final int TASKS = 20;

  static final String RUNS = "every task is run, once, by the pool's own threads";
  static final String WIDTH = "as many tasks run at a time as there are threads";
  static final String SURVIVES = "a task that throws harms no other, and is heard of";
  static final String ROOMS = "whoever brings a task waits until there is room";
  static final String CLOSES = "close runs what is waiting, and leaves no thread";
  static final String NOW = "closeNow interrupts, and gives back what has not begun";
  static final String VISIBLE = "what one thread writes, the others are sure to see";

  @Override
  public Card card() {
    return new Card(23, "Write a thread pool", List.of(18, 20), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex23/MyWorkerPool.java");
  }

  @Override
  public Supplier<WorkerPool.Maker> starter() {
    return () -> (threads, room, factory) -> Starter.make(card(), threads, room, factory);
  }

  @Override
  public List<Rule<WorkerPool.Maker>> rules() {
    return List.of(
        new Rule<>(RUNS, 3, ThreadPoolCheck::runsAll),
        new Rule<>(WIDTH, 3, ThreadPoolCheck::runsTogether),
        new Rule<>(SURVIVES, 3, ThreadPoolCheck::survives),
        new Rule<>(ROOMS, 3, ThreadPoolCheck::waitsForRoom),
        new Rule<>(CLOSES, 3, ThreadPoolCheck::closes),
        new Rule<>(NOW, 3, ThreadPoolCheck::closesNow),
        new Rule<>(VISIBLE, 2, ThreadPoolCheck::hasNoRace));
  }

  private static void runsAll(WorkerPool.Maker maker) throws Exception {
    ThreadPoolCheckTrial trial = new ThreadPoolCheckTrial();
    WorkerPool pool = maker.make(THREADS, ROOM, trial);
    Optional<String> borrowed = ClassUse.of(pool.getClass(),
        Set.of("java.util.concurrent.Executors", "java.util.concurrent.ThreadPoolExecutor", "java.util.concurrent.ForkJoinPool")::contains);
    RuleBroken.unless(borrowed.isEmpty(), "%s does the work: this is about what is behind it. Use locks, conditions and "
        + "queues", borrowed.orElse(""));
    AtomicInteger[] runs = IntStream.range(0, TASKS).mapToObj(_ -> new AtomicInteger()).toArray(AtomicInteger[]::new);
    Set<Thread> by = ConcurrentHashMap.newKeySet();
    for (AtomicInteger run : runs) {
      pool.execute(() -> {
        by.add(Thread.currentThread());
        run.incrementAndGet();
      });
    }
    Patience.until(() -> List.of(runs).stream().allMatch(run -> run.get() > 0), "%d tasks were brought, but some are never run", TASKS);
    pool.close();
    RuleBroken.unless(List.of(runs).stream().allMatch(run -> run.get() == 1), "a task was run twice");
    RuleBroken.unless(trial.threads.containsAll(by) && trial.threads.size() == THREADS,
        "the pool is to have %d threads, all made by the factory, but that made %d, and tasks ran on "
            + "%s", THREADS, trial.threads.size(), by);
  }

  private static void runsTogether(WorkerPool.Maker maker) throws Exception {
    ThreadPoolCheckTrial trial = new ThreadPoolCheckTrial();
    WorkerPool pool = maker.make(THREADS, ROOM, trial);
    CountDownLatch all = new CountDownLatch(THREADS);
    AtomicInteger late = new AtomicInteger();
    for (int i = 0; i < THREADS; i++) {
      pool.execute(() -> {
        all.countDown();
        late.addAndGet(await(all) ? 0 : 1);
      });
    }
    Patience.until(() -> all.getCount() == 0 || late.get() > 0, "of %d tasks some never begin", THREADS);
    RuleBroken.unless(late.get() == 0,
        "%d tasks that wait for one another were brought to a pool of %d threads, but never ran at the same time: is a lock held while a "
            + "task runs?",
        THREADS, THREADS);
    pool.close();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(Patience.SECONDS / 2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void survives(WorkerPool.Maker maker) throws Exception {
    ThreadPoolCheckTrial trial = new ThreadPoolCheckTrial();
    WorkerPool pool = maker.make(THREADS, 2 * TASKS, trial);
    List<IllegalStateException> bugs =
        IntStream.range(0, THREADS + 1).mapToObj(i -> new IllegalStateException("task " + i + " fails")).toList();
    for (IllegalStateException bug : bugs) {
      pool.execute(() -> {
        throw bug;
      });
    }
    CountDownLatch good = new CountDownLatch(1);
    pool.execute(good::countDown);
    Patience.await(good, "%d tasks threw an exception, and then the next task was never run: what becomes of a thread whose task throws? "
        + "Catch what comes out of a task, tell the thread's handler, and go on", bugs.size());
    Patience.until(() -> trial.thrown.containsAll(bugs),
        "%d tasks threw an exception, but the threads' UncaughtExceptionHandler heard of only %d: nobody will ever know what went wrong",
        bugs.size(), trial.thrown.size());
    pool.close();
  }

  private static void waitsForRoom(WorkerPool.Maker maker) throws Exception {
    ThreadPoolCheckTrial trial = new ThreadPoolCheckTrial();
    WorkerPool pool = maker.make(THREADS, ROOM, trial);
    CountDownLatch goOn = trial.fill(pool, THREADS + ROOM);
    FutureTask<Void> oneMore = new FutureTask<>(() -> {
      pool.execute(() -> { });
      return null;
    });
    Thread thread = trial.start(oneMore);
    try {
      Patience.until(() -> oneMore.isDone() || AtRest.isSo(thread), "execute neither returns nor waits: does it ask again and again?");
      if (oneMore.isDone()) {
        oneMore.get();
        throw new RuleBroken("%d threads were busy and %d tasks waited, as many as may, but one more was taken: who makes those wait that "
            + "bring more than can be done?", THREADS, ROOM);
      }
    } finally {
      goOn.countDown();
    }
    trial.result(oneMore, "there was room again, but whoever waits in execute still waits: who tells it?");
    pool.close();
  }

  private static void closes(WorkerPool.Maker maker) throws Exception {
    ThreadPoolCheckTrial trial = new ThreadPoolCheckTrial();
    WorkerPool pool = maker.make(THREADS, ROOM, trial);
    CountDownLatch goOn = trial.fill(pool, THREADS + ROOM);
    FutureTask<Void> close = new FutureTask<>(() -> {
      pool.close();
      return null;
    });
    Thread closer = trial.start(close);
    Patience.until(() -> close.isDone() || AtRest.isSo(closer), "close neither returns nor waits");
    RuleBroken.unless(!close.isDone(), "tasks were still running, but close returned: it is to wait until all are through");
    mustReject(pool);
    goOn.countDown();
    trial.result(close, "all tasks are through, but close still waits: who tells the threads that nothing will come any more?");
    RuleBroken.unless(trial.ran.get() == THREADS + ROOM,
        "%d tasks were running and %d waited when the pool was closed, but only %d were run in the end: what it has taken it must run",
        THREADS, ROOM, trial.ran.get());
    RuleBroken.unless(trial.threads.stream().noneMatch(Thread::isAlive), "close has returned, but some threads are still there");
    pool.close();
    ThreadPoolCheckTrial idle = new ThreadPoolCheckTrial();
    WorkerPool lazy = maker.make(THREADS, ROOM, idle);
    FutureTask<Void> closeIdle = new FutureTask<>(() -> {
      lazy.close();
      return null;
    });
    idle.start(closeIdle);
    idle.result(closeIdle, "a pool was closed whose threads had nothing to do, and close still waits: who wakes them?");
  }

  private static void mustReject(WorkerPool pool) throws InterruptedException {
    try {
      pool.execute(() -> { });
    } catch (RejectedExecutionException e) {
      return;
    }
    throw new RuleBroken("the pool was closed, but took one more task: throw a RejectedExecutionException");
  }

  private static void closesNow(WorkerPool.Maker maker) throws Exception {
    ThreadPoolCheckTrial trial = new ThreadPoolCheckTrial();
    WorkerPool pool = maker.make(THREADS, ROOM, trial);
    CountDownLatch never = trial.fill(pool, THREADS);
    List<Runnable> waiting = List.of(trial.ran::incrementAndGet, () -> trial.ran.addAndGet(2));
    for (Runnable task : waiting) {
      pool.execute(task);
    }
    List<Runnable> left = pool.closeNow();
    RuleBroken.unless(left.equals(waiting), "%d tasks waited for a thread when closeNow was called, but it returned "
        + "%s", waiting.size(), left);
    for (Thread thread : trial.threads) {
      RuleBroken.unless(thread.join(Duration.ofSeconds(Patience.SECONDS)),
          "closeNow was called while tasks ran, but %s goes on: who interrupts what runs?", thread.getName());
    }
    RuleBroken.unless(trial.ran.get() == 0, "closeNow was called, but a task was run after it");
    mustReject(pool);
    never.countDown();
    pool.close();
  }

  private static void hasNoRace(WorkerPool.Maker maker) throws Exception {
    WorkerPool unwatched = maker.make(1, 1, new ThreadPoolCheckTrial());
    unwatched.close();
    Races races = new Races(unwatched, WorkerPool.class);
    ThreadPoolCheckTrial trial = new ThreadPoolCheckTrial();
    WorkerPool pool = races.make(WorkerPool.class, THREADS, ROOM, trial);
    CountDownLatch goOn = trial.fill(pool, THREADS + ROOM);
    goOn.countDown();
    Patience.until(() -> trial.ran.get() == THREADS + ROOM, "some tasks are never run");
    Patience.until(() -> trial.threads.stream().map(Thread::getState)
            .allMatch(state -> state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING),
        "the threads have nothing to do, and run on: let them wait for the next task");
    pool.close();
    races.sayIfAny();
  }
}
