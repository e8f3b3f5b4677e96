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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import lab.homework.ex12.SingleFlight.Loader;
import lab.homework.ex12.SingleFlight.Maker;
import lab.homework.ex12.SingleFlightCheck.ShyKey;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Patience;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Wrong;

/** Exercise 12. The upstream server answers only when all askers wait, and so who would ask it has asked it by then. */
public final class SingleFlightCheck implements Exercise<Maker<ShyKey, String>> {
  private static final int ASKERS = 50;
  private static final int SOME_ASKERS = 10;
  private static final int REPEATS = 3;
  private static final Duration TTL = Duration.ofSeconds(10);
  private static final ShyKey HOT = new ShyKey("hot");
  private static final ShyKey OTHER = new ShyKey("other");

  private static final String ONE = "many who ask for the same at the same time cost one call upstream";
  private static final String OTHERS = "a slow answer holds up nobody who asks for something else";
  private static final String FAILURE = "a failure ends the waiting, and is not kept";
  private static final String EXPIRES = "an answer is kept for its time, and no longer";

  /**
   * A key that makes races show, more than {@code FuzzyKey} does: on virtual threads whoever looks it up lets others go first each
   * time, so that between two steps of one asker all others take some of theirs. And all of them are in the same place of a map,
   * as a few of many keys always are.
   *
   * @param name tells keys apart
   */
  public record ShyKey(String name) {
    private static final int MOST_YIELDS = 3;

    @Override
    public int hashCode() {
      for (int i = ThreadLocalRandom.current().nextInt(MOST_YIELDS); i >= 0; i--) {
        Thread.yield();
      }
      return 0;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ShyKey key && key.name.equals(name);
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
  public Supplier<Maker<ShyKey, String>> starter() {
    return () -> MySingleFlight::new;
  }

  @Override
  public List<Rule<Maker<ShyKey, String>>> rules() {
    return List.of(
        new Rule<>(ONE, 4, SingleFlightCheck::asksOnce),
        new Rule<>(OTHERS, 3, SingleFlightCheck::holdsUpNobodyElse),
        new Rule<>(FAILURE, 3, SingleFlightCheck::keepsNoFailure),
        new Rule<>(EXPIRES, 4, SingleFlightCheck::expires));
  }

  private static void asksOnce(Maker<ShyKey, String> maker) throws Exception {
    for (int i = 0; i < REPEATS; i++) {
      Upstream upstream = new Upstream();
      SingleFlight<ShyKey, String> flight = maker.make(upstream, TTL, new HandClock());
      String alone = flight.get(OTHER);
      RuleBroken.unless("answer 1".equals(alone),
          "the first to ask is to be given what the loader returns, \"answer 1\", but was given \"%s\"", alone);
      int calls = askTogether(flight, upstream, ASKERS);
      RuleBroken.unless(calls == 1,
          "%d threads asked for the same at the same time, and the loader was called %d times for it: between \"is a load under "
          + "way?\" and \"now one is\" others can look, too. Which step of a ConcurrentMap is both at once?", ASKERS, calls);
    }
  }

  /** Lets many ask at the same moment, answers when all of them wait, and gives how many calls that took. */
  private static int askTogether(SingleFlight<ShyKey, String> flight, Upstream upstream, int number) throws Exception {
    int before = upstream.calls();
    upstream.holdsHot();
    Askers askers = new Askers(number, () -> flight.get(HOT));
    try {
      askers.awaitAllWaiting();
      int calls = upstream.calls() - before;
      upstream.answersHot();
      Set<String> answers = new HashSet<>(askers.answers());
      RuleBroken.unless(calls > 1 || answers.equals(Set.of("answer " + (before + 1))),
          "%d threads asked for the same while its load was under way, and were given %s: all are to be given what this load "
          + "returned, \"answer %d\"", number, answers, before + 1);
      return upstream.calls() - before;
    } finally {
      upstream.answersHot();
      askers.interrupt();
    }
  }

  private static void holdsUpNobodyElse(Maker<ShyKey, String> maker) throws Exception {
    Upstream upstream = new Upstream();
    SingleFlight<ShyKey, String> flight = maker.make(upstream, TTL, new HandClock());
    upstream.holdsHot();
    Askers slow = new Askers(1, () -> flight.get(HOT));
    Askers quick = new Askers(1, () -> flight.get(OTHER));
    try {
      Patience.until(() -> upstream.calls(HOT) == 1 || slow.isOver(), "one asked for something new, but the loader was not called");
      RuleBroken.unless(quick.isOverSoon(),
          "while the answer for one key was slow to come, an asker for another key had to wait, too, and after %d s still has nothing: "
          + "which lock is held while the loader is called? (compute and computeIfAbsent of a ConcurrentHashMap hold one)",
          Patience.SECONDS);
      quick.answers();
      upstream.answersHot();
      slow.answers();
    } finally {
      upstream.answersHot();
      slow.interrupt();
      quick.interrupt();
    }
  }

  private static void keepsNoFailure(Maker<ShyKey, String> maker) throws Exception {
    Upstream upstream = new Upstream();
    SingleFlight<ShyKey, String> flight = maker.make(upstream, TTL, new HandClock());
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

  private static final String FAILED = "an IOException";

  private static String answerOrFailure(SingleFlight<ShyKey, String> flight) throws InterruptedException {
    try {
      return String.valueOf(flight.get(HOT));
    } catch (IOException e) {
      return FAILED;
    }
  }

  private static void expires(Maker<ShyKey, String> maker) throws Exception {
    Upstream upstream = new Upstream();
    HandClock clock = new HandClock();
    SingleFlight<ShyKey, String> flight = maker.make(upstream, TTL, clock);
    flight.get(HOT);
    clock.advance(TTL.minusMillis(1));
    RuleBroken.unless("answer 1".equals(flight.get(HOT)) && upstream.calls() == 1,
        "an answer is kept for 10 s, but after 9.999 s the loader was called again");
    clock.advance(Duration.ofMillis(1));
    String answer = flight.get(HOT);
    RuleBroken.unless("answer 2".equals(answer) && upstream.calls() == 2,
        "an answer is kept for 10 s, and 10 s have passed by the clock that you were given, but who asks is given \"%s\" and the "
        + "loader was called %d times in all: what becomes of old answers?", answer, upstream.calls());
    for (int i = 0; i < REPEATS; i++) {
      clock.advance(TTL);
      int calls = askTogether(flight, upstream, SOME_ASKERS);
      RuleBroken.unless(calls == 1,
          "%d threads asked at the moment when the answer became too old, and the loader was called %d times: two see the old one, the "
          + "first puts a new load in its place, and what does the second remove or replace then?", SOME_ASKERS, calls);
    }
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
  private static final class Upstream implements Loader<ShyKey, String> {
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger hotCalls = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean down;

    @Override
    public String load(ShyKey key) throws IOException, InterruptedException {
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

    int calls(ShyKey key) {
      return key.equals(HOT) ? hotCalls.get() : calls.get() - hotCalls.get();
    }
  }

  /** Virtual threads that ask the same at the same moment. */
  private static final class Askers {
    private final CountDownLatch start = new CountDownLatch(1);
    private final CountDownLatch notAsking;
    private final List<FutureTask<String>> answers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Askers(int number, Callable<String> question) {
      notAsking = new CountDownLatch(number);
      for (int i = 0; i < number; i++) {
        FutureTask<String> answer = new FutureTask<>(() -> {
          start.await();
          notAsking.countDown();
          return question.call();
        });
        answers.add(answer);
        threads.add(Thread.ofVirtual().start(answer));
      }
      start.countDown();
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
      RuleBroken.unless(isOverSoon(), "the loader has long returned or thrown, but %d of %d askers still wait: who is to wake them?",
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

  @Override
  public Supplier<Maker<ShyKey, String>> right() {
    return () -> RightSingleFlight::new;
  }

  @Override
  public List<Wrong<Maker<ShyKey, String>>> wrong() {
    return List.of(
        new Wrong<>("looks, then loads", () -> LooksThenLoads::new, ONE, "both at once"),
        new Wrong<>("loads inside the map", () -> LoadsInTheMap::new, OTHERS, "which lock is held"),
        new Wrong<>("keeps failures", () -> KeepsFailures::new, FAILURE, "still hears of the failure"),
        new Wrong<>("never expires", () -> NeverExpires::new, EXPIRES, "what becomes of old answers"),
        new Wrong<>("removes whatever is there", () -> RemovesWhateverIsThere::new, EXPIRES, "two see the old one"));
  }
}
