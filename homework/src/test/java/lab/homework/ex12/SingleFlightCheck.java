package lab.homework.ex12;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import lab.homework.ex12.SingleFlight.Loader;
import lab.homework.ex12.SingleFlight.Maker;
import lab.homework.ex12.SingleFlightCheck.SlowKey;
import lab.homework.grade.AtRest;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Interruption;
import lab.homework.grade.Patience;
import lab.homework.grade.Races;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/** Exercise 12. The upstream server answers only when all askers wait, and so who would ask it has asked it by then. */
public final class SingleFlightCheck implements Exercise<Maker<SlowKey, String>> {
  private static final int ASKERS = 50;
  private static final int SOME_ASKERS = 10;
  private static final Duration TTL = Duration.ofSeconds(10);
  private static final SlowKey HOT = SlowKey.free("hot");
  private static final SlowKey OTHER = SlowKey.free("other");

  static final String ONE = "many who ask for the same at the same time cost one call upstream";
  static final String OTHERS = "a slow answer holds up nobody who asks for something else";
  static final String FAILURE = "a failure ends the waiting, and is not kept";
  static final String EXPIRES = "an answer is kept for its time, and no longer";

  static final String INTERRUPT = "an interrupt ends the waiting of that thread, and of no other";
  static final String VISIBLE = "what one thread writes, the others are sure to see";

  /** Stands for a failure among the answers. */
  private static final String FAILED = "an IOException";

  /**
   * A key that makes races certain. A thread that looks it up for the second time has made up its mind by what it found the first
   * time; there it is held until it is told to go on, and what it found may be true no more by then. And all of these keys are in
   * the same place of a map, as a few of many keys always are.
   */
  public static final class SlowKey {
    private final String name;
    private final Set<Thread> lookedUp = ConcurrentHashMap.newKeySet();
    // Guarded by the monitor, as the two below.
    private final List<Thread> held = new ArrayList<>();
    private boolean holds;
    private Thread leader;

    private SlowKey(String name, boolean holds) {
      this.name = name;
      this.holds = holds;
    }

    /** One that holds nobody. */
    static SlowKey free(String name) {
      return new SlowKey(name, false);
    }

    /** One that holds everybody. */
    static SlowKey held(String name) {
      return new SlowKey(name, true);
    }

    /** One of those that are held goes on, and is held no more. */
    synchronized void letOneGoOn() {
      leader = held.isEmpty() ? null : held.getFirst();
      notifyAll();
    }

    synchronized void letAllGoOn() {
      holds = false;
      notifyAll();
    }

    @Override
    public int hashCode() {
      if (!lookedUp.add(Thread.currentThread())) {
        hold(Thread.currentThread());
      }
      return 0;
    }

    private synchronized void hold(Thread thread) {
      held.add(thread);
      boolean interrupted = false;
      while (holds && leader != thread) {
        try {
          wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        thread.interrupt();
      }
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof SlowKey key && key.name.equals(name);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @Override
  public Card card() {
    return new Card(12, "Single flight", List.of(19, 20, 21), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex12/MySingleFlight.java");
  }

  @Override
  public Supplier<Maker<SlowKey, String>> starter() {
    return () -> (loader, ttl, clock) -> Starter.make(card(), loader, ttl, clock);
  }

  @Override
  public List<Rule<Maker<SlowKey, String>>> rules() {
    return List.of(
        new Rule<>(ONE, 4, SingleFlightCheck::asksOnce),
        new Rule<>(OTHERS, 3, SingleFlightCheck::holdsUpNobodyElse),
        new Rule<>(FAILURE, 3, SingleFlightCheck::keepsNoFailure),
        new Rule<>(EXPIRES, 4, SingleFlightCheck::expires),
        new Rule<>(INTERRUPT, 3, SingleFlightCheck::endsWhenInterrupted),
        new Rule<>(VISIBLE, 3, SingleFlightCheck::hasNoRace));
  }

  private static void asksOnce(Maker<SlowKey, String> maker) throws Exception {
    Upstream upstream = new Upstream();
    SingleFlight<SlowKey, String> flight = maker.make(upstream, TTL, new HandClock());
    String alone = flight.get(OTHER);
    RuleBroken.unless("answer 1".equals(alone),
        "the first to ask is to be given what the loader returns, \"answer 1\", but was given \"%s\"", alone);
    int calls = askTogether(flight, upstream, ASKERS);
    RuleBroken.unless(calls == 1,
        "%d threads asked for the same at the same time, and the loader was called %d times for it: between \"is a load under "
        + "way?\" and \"now one is\" others can look, too. Which step of a ConcurrentMap is both at once?", ASKERS, calls);
  }

  /**
   * Lets many ask at the same time, and gives how many calls that took. First all of them look; then one goes on, as far as it
   * can without an answer; then the others do.
   */
  private static int askTogether(SingleFlight<SlowKey, String> flight, Upstream upstream, int number) throws Exception {
    int before = upstream.calls();
    upstream.holdsHot();
    SlowKey hot = SlowKey.held(HOT.name);
    Askers askers = new Askers(number, () -> flight.get(hot));
    try {
      askers.awaitAllWaiting();
      hot.letOneGoOn();
      askers.awaitAllWaiting();
      hot.letAllGoOn();
      askers.awaitAllWaiting();
      upstream.answersHot();
      Set<String> answers = new HashSet<>(askers.answers());
      int calls = upstream.calls() - before;
      RuleBroken.unless(calls > 1 || answers.equals(Set.of("answer " + (before + 1))),
          "%d threads asked for the same while its load was under way, and were given %s: all are to be given what this load "
          + "returned, \"answer %d\"", number, answers, before + 1);
      return calls;
    } finally {
      hot.letAllGoOn();
      upstream.answersHot();
      askers.interrupt();
    }
  }

  private static void holdsUpNobodyElse(Maker<SlowKey, String> maker) throws Exception {
    Upstream upstream = new Upstream();
    SingleFlight<SlowKey, String> flight = maker.make(upstream, TTL, new HandClock());
    upstream.holdsHot();
    Askers slow = new Askers(1, () -> flight.get(HOT));
    try {
      // Before the slow load is under way it holds up nobody, whatever is wrong.
      Patience.until(() -> upstream.hotCalls() == 1 || slow.isOver(), "one asked for something new, but no loader was called");
      asksMeanwhile(flight);
      upstream.answersHot();
      slow.answers();
    } finally {
      upstream.answersHot();
      slow.interrupt();
    }
  }

  private static void asksMeanwhile(SingleFlight<SlowKey, String> flight) throws Exception {
    Askers quick = new Askers(1, () -> flight.get(OTHER));
    try {
      RuleBroken.unless(quick.isOverSoon(),
          "while the answer for one key was slow to come, an asker for another key had to wait, too, and after %d s still has "
          + "nothing: which lock is held while the loader is called? (compute and computeIfAbsent of a ConcurrentHashMap hold "
          + "one)", Patience.SECONDS);
      quick.answers();
    } finally {
      quick.interrupt();
    }
  }

  private static void keepsNoFailure(Maker<SlowKey, String> maker) throws Exception {
    Upstream upstream = new Upstream();
    SingleFlight<SlowKey, String> flight = maker.make(upstream, TTL, new HandClock());
    upstream.setDown(true);
    upstream.holdsHot();
    Askers askers = new Askers(SOME_ASKERS, () -> answerOrFailure(flight));
    try {
      askers.awaitAllWaiting();
      upstream.answersHot();
      List<String> answers = askers.answers();
      RuleBroken.unless(answers.stream().allMatch(FAILED::equals),
          "the loader threw an IOException, and so get is to throw one, too, but %d askers were given %s",
          SOME_ASKERS, new HashSet<>(answers));
    } finally {
      upstream.answersHot();
      askers.interrupt();
    }
    upstream.setDown(false);
    int before = upstream.calls();
    String answer = answerOrFailure(flight);
    RuleBroken.unless(!answer.equals(FAILED) && upstream.calls() == before + 1,
        "the upstream server was down for a moment, and is well again. But who asks now %s, and the loader was called %d times "
        + "for it: a failure is to be told to those who waited for it, and then to be forgotten. Where is it still kept?",
        answer.equals(FAILED) ? "still hears of the failure" : "was given " + answer, upstream.calls() - before);
  }

  private static void endsWhenInterrupted(Maker<SlowKey, String> maker) throws Exception {
    Upstream upstream = new Upstream();
    SingleFlight<SlowKey, String> flight = maker.make(upstream, TTL, new HandClock());
    upstream.holdsHot();
    // The first one loads; the one that is interrupted then only waits for that.
    Askers first = new Askers(1, () -> flight.get(HOT));
    try {
      Patience.until(() -> upstream.hotCalls() == 1 || first.isOver(), "one asked for something new, but no loader was called");
      AtomicReference<Thread> waiter = new AtomicReference<>();
      Interruption.mustEnd("get", () -> {
        waiter.set(Thread.currentThread());
        return flight.get(HOT);
      }, () -> waiter.get() != null && AtRest.isSo(waiter.get()));
      RuleBroken.unless(!first.isOver(), "a thread that only waited was interrupted, and with it the load ended that another waits for");
    } finally {
      upstream.answersHot();
    }
    first.answers();
    interruptsWhoLoads(maker);
  }

  private static void interruptsWhoLoads(Maker<SlowKey, String> maker) throws Exception {
    Upstream upstream = new Upstream();
    SingleFlight<SlowKey, String> flight = maker.make(upstream, TTL, new HandClock());
    upstream.holdsHot();
    AtomicReference<Askers> followers = new AtomicReference<>();
    try {
      Interruption.mustEnd("get", () -> flight.get(HOT), () -> {
        if (upstream.hotCalls() == 1 && followers.get() == null) {
          followers.set(new Askers(2, () -> answerOrFailure(flight)));
          followers.get().awaitAllWaiting();
        }
        return followers.get() != null;
      });
      upstream.answersHot();
      List<String> answers = followers.get().answers();
      RuleBroken.unless(!answers.contains(FAILED),
          "the thread that called the loader was interrupted, and two others that waited for its answer, and whom nobody interrupted, "
          + "got %s: one of them is to load anew", answers);
    } finally {
      upstream.answersHot();
    }
  }

  private static void hasNoRace(Maker<SlowKey, String> maker) throws Exception {
    Upstream upstream = new Upstream();
    HandClock clock = new HandClock();
    Races races = new Races(maker.make(upstream, TTL, clock), SingleFlight.class);
    @SuppressWarnings("unchecked")
    SingleFlight<SlowKey, String> flight = races.make(SingleFlight.class, upstream, TTL, clock);
    upstream.holdsHot();
    Askers askers = new Askers(SOME_ASKERS, () -> flight.get(HOT));
    try {
      Patience.until(() -> upstream.hotCalls() > 0 && AtRest.isSo(askers.threads.getLast()), "the askers neither wait nor load");
      upstream.answersHot();
      askers.answers();
      clock.advance(TTL);
      flight.get(HOT);
    } finally {
      upstream.answersHot();
      askers.interrupt();
    }
    races.sayIfAny();
  }

  private static String answerOrFailure(SingleFlight<SlowKey, String> flight) throws InterruptedException {
    try {
      return String.valueOf(flight.get(HOT));
    } catch (IOException e) {
      return FAILED;
    }
  }

  private static void expires(Maker<SlowKey, String> maker) throws Exception {
    Upstream upstream = new Upstream();
    HandClock clock = new HandClock();
    SingleFlight<SlowKey, String> flight = maker.make(upstream, TTL, clock);
    flight.get(HOT);
    clock.advance(TTL.minusMillis(1));
    RuleBroken.unless("answer 1".equals(flight.get(HOT)) && upstream.calls() == 1,
        "an answer is kept for 10 s, but after 9.999 s the loader was called again");
    clock.advance(Duration.ofMillis(1));
    String answer = flight.get(HOT);
    RuleBroken.unless("answer 2".equals(answer) && upstream.calls() == 2,
        "an answer is kept for 10 s, and 10 s have passed by the clock that you were given, but who asks is given \"%s\" and the "
        + "loader was called %d times in all: what becomes of old answers?", answer, upstream.calls());
    clock.advance(TTL);
    int calls = askTogether(flight, upstream, SOME_ASKERS);
    RuleBroken.unless(calls == 1,
        "%d threads asked at the moment when the answer became too old, and the loader was called %d times: two see the old "
        + "one, the first puts a new load in its place, and what does the second remove or replace then?", SOME_ASKERS, calls);
  }

  /** Tells the time that it was told. */
  private static final class HandClock implements InstantSource {
    private volatile Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    void advance(Duration by) {
      now = now.plus(by);
    }
  }

  /** The upstream server: counts its calls, and holds those for the hot key if it is told to. */
  private static final class Upstream implements Loader<SlowKey, String> {
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger hotCalls = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean down;

    @Override
    public String load(SlowKey key) throws IOException, InterruptedException {
      int call = calls.incrementAndGet();
      if (key.equals(HOT)) {
        hotCalls.incrementAndGet();
        gate.await();
      }
      if (down) {
        throw new IOException("the upstream server is down");
      }
      return "answer " + call;
    }

    void holdsHot() {
      gate = new CountDownLatch(1);
    }

    void answersHot() {
      gate.countDown();
    }

    void setDown(boolean isDown) {
      down = isDown;
    }

    int calls() {
      return calls.get();
    }

    int hotCalls() {
      return hotCalls.get();
    }
  }

  /** Virtual threads that ask the same. */
  private static final class Askers {
    private final CountDownLatch notAsking;
    private final List<FutureTask<String>> answers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Askers(int number, Callable<String> question) {
      notAsking = new CountDownLatch(number);
      for (int i = 0; i < number; i++) {
        FutureTask<String> answer = new FutureTask<>(() -> {
          notAsking.countDown();
          return question.call();
        });
        answers.add(answer);
        threads.add(Thread.ofVirtual().start(answer));
      }
    }

    /** Waits until each of them has asked, and waits or has its answer. */
    void awaitAllWaiting() {
      Patience.until(() -> notAsking.getCount() == 0 && threads.stream().allMatch(Askers::waitsOrIsOver),
          "while the loader was busy, %d askers for the same key were to wait, but after %d s some still run",
          threads.size(), Patience.SECONDS);
    }

    private static boolean waitsOrIsOver(Thread thread) {
      return switch (thread.getState()) {
        case WAITING, TIMED_WAITING, BLOCKED, TERMINATED -> true;
        case NEW, RUNNABLE -> false;
      };
    }

    boolean isOver() {
      return answers.stream().allMatch(FutureTask::isDone);
    }

    /** Gives them the time that a right solution needs, and much more. */
    boolean isOverSoon() throws InterruptedException {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Patience.SECONDS);
      for (Thread thread : threads) {
        thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      }
      return isOver();
    }

    /** What they were answered, once all are. */
    List<String> answers() throws Exception {
      RuleBroken.unless(isOverSoon(),
          "the loader has long returned or thrown, but %d of %d askers still wait: who is to wake them?",
          answers.stream().filter(answer -> !answer.isDone()).count(), answers.size());
      List<String> values = new ArrayList<>();
      for (FutureTask<String> answer : answers) {
        values.add(value(answer));
      }
      return values;
    }

    private static String value(FutureTask<String> answer) throws Exception {
      try {
        return answer.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Exception cause) {
          throw cause;
        }
        throw e;
      }
    }

    void interrupt() {
      threads.forEach(Thread::interrupt);
    }
  }
}
