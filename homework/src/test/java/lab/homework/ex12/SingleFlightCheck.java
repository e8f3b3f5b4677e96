package lab.homework.ex12;

import static lab.homework.ex12.SingleFlightCheckAskers.FAILED;
import static lab.homework.ex12.SingleFlightCheckUpstream.HOT;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import lab.homework.ex12.SingleFlight.Maker;
import lab.homework.ex12.SingleFlightCheckUpstream.HandClock;
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
public final class SingleFlightCheck implements Exercise<Maker<SingleFlightCheckKey, String>> {
  private static final int ASKERS = 50;
  private static final int SOME_ASKERS = 10;
  private static final Duration TTL = Duration.ofSeconds(10);
  private static final SingleFlightCheckKey OTHER = SingleFlightCheckKey.free("other");

  static final String ONE = "many who ask for the same at the same time cost one call upstream";
  static final String OTHERS = "a slow answer holds up nobody who asks for something else";
  static final String FAILURE = "a failure ends the waiting, and is not kept";
  static final String EXPIRES = "an answer is kept for its time, and no longer";
  static final String INTERRUPT = "an interrupt ends the waiting of that thread, and of no other";
  static final String VISIBLE = "what one thread writes, the others are sure to see";

  @Override
  public Card card() {
    return new Card(12, "Single flight", List.of(19, 20, 21), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex12/MySingleFlight.java");
  }

  @Override
  public Supplier<Maker<SingleFlightCheckKey, String>> starter() {
    return () -> (loader, ttl, clock) -> Starter.make(card(), loader, ttl, clock);
  }

  @Override
  public List<Rule<Maker<SingleFlightCheckKey, String>>> rules() {
    return List.of(
        new Rule<>(ONE, 4, SingleFlightCheck::asksOnce),
        new Rule<>(OTHERS, 3, SingleFlightCheck::holdsUpNobodyElse),
        new Rule<>(FAILURE, 3, SingleFlightCheck::keepsNoFailure),
        new Rule<>(EXPIRES, 4, SingleFlightCheck::expires),
        new Rule<>(INTERRUPT, 3, SingleFlightCheck::endsWhenInterrupted),
        new Rule<>(VISIBLE, 3, SingleFlightCheck::hasNoRace));
  }

  private static void asksOnce(Maker<SingleFlightCheckKey, String> maker) throws Exception {
    SingleFlightCheckUpstream upstream = new SingleFlightCheckUpstream();
    SingleFlight<SingleFlightCheckKey, String> flight = maker.make(upstream, TTL, new HandClock());
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
  private static int askTogether(
      SingleFlight<SingleFlightCheckKey, String> flight, SingleFlightCheckUpstream upstream, int number) throws Exception {
    int before = upstream.calls();
    upstream.holdsHot();
    SingleFlightCheckKey hot = SingleFlightCheckKey.held(HOT.toString());
    SingleFlightCheckAskers askers = new SingleFlightCheckAskers(number, () -> flight.get(hot));
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

  private static void holdsUpNobodyElse(Maker<SingleFlightCheckKey, String> maker) throws Exception {
    SingleFlightCheckUpstream upstream = new SingleFlightCheckUpstream();
    SingleFlight<SingleFlightCheckKey, String> flight = maker.make(upstream, TTL, new HandClock());
    upstream.holdsHot();
    SingleFlightCheckAskers slow = new SingleFlightCheckAskers(1, () -> flight.get(HOT));
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

  private static void asksMeanwhile(SingleFlight<SingleFlightCheckKey, String> flight) throws Exception {
    SingleFlightCheckAskers quick = new SingleFlightCheckAskers(1, () -> flight.get(OTHER));
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

  private static void keepsNoFailure(Maker<SingleFlightCheckKey, String> maker) throws Exception {
    SingleFlightCheckUpstream upstream = new SingleFlightCheckUpstream();
    SingleFlight<SingleFlightCheckKey, String> flight = maker.make(upstream, TTL, new HandClock());
    upstream.setDown(true);
    upstream.holdsHot();
    SingleFlightCheckAskers askers = new SingleFlightCheckAskers(SOME_ASKERS, () -> SingleFlightCheckAskers.answerOrFailure(flight));
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
    String answer = SingleFlightCheckAskers.answerOrFailure(flight);
    RuleBroken.unless(!answer.equals(FAILED) && upstream.calls() == before + 1,
        "the upstream server was down for a moment, and is well again. But who asks now %s, and the loader was called %d times "
        + "for it: a failure is to be told to those who waited for it, and then to be forgotten. Where is it still kept?",
        answer.equals(FAILED) ? "still hears of the failure" : "was given " + answer, upstream.calls() - before);
  }

  private static void endsWhenInterrupted(Maker<SingleFlightCheckKey, String> maker) throws Exception {
    SingleFlightCheckUpstream upstream = new SingleFlightCheckUpstream();
    SingleFlight<SingleFlightCheckKey, String> flight = maker.make(upstream, TTL, new HandClock());
    upstream.holdsHot();
    // The first one loads; the one that is interrupted then only waits for that.
    SingleFlightCheckAskers first = new SingleFlightCheckAskers(1, () -> flight.get(HOT));
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

  private static void interruptsWhoLoads(Maker<SingleFlightCheckKey, String> maker) throws Exception {
    SingleFlightCheckUpstream upstream = new SingleFlightCheckUpstream();
    SingleFlight<SingleFlightCheckKey, String> flight = maker.make(upstream, TTL, new HandClock());
    upstream.holdsHot();
    AtomicReference<SingleFlightCheckAskers> followers = new AtomicReference<>();
    try {
      Interruption.mustEnd("get", () -> flight.get(HOT), () -> {
        if (upstream.hotCalls() == 1 && followers.get() == null) {
          followers.set(new SingleFlightCheckAskers(2, () -> SingleFlightCheckAskers.answerOrFailure(flight)));
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

  private static void hasNoRace(Maker<SingleFlightCheckKey, String> maker) throws Exception {
    SingleFlightCheckUpstream upstream = new SingleFlightCheckUpstream();
    HandClock clock = new HandClock();
    Races races = new Races(maker.make(upstream, TTL, clock), SingleFlight.class);
    @SuppressWarnings("unchecked")
    SingleFlight<SingleFlightCheckKey, String> flight = races.make(SingleFlight.class, upstream, TTL, clock);
    upstream.holdsHot();
    SingleFlightCheckAskers askers = new SingleFlightCheckAskers(SOME_ASKERS, () -> flight.get(HOT));
    try {
      Patience.until(() -> askers.isOver() || upstream.hotCalls() > 0 && askers.isLastAtRest(), "the askers neither wait nor load");
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

  private static void expires(Maker<SingleFlightCheckKey, String> maker) throws Exception {
    SingleFlightCheckUpstream upstream = new SingleFlightCheckUpstream();
    HandClock clock = new HandClock();
    SingleFlight<SingleFlightCheckKey, String> flight = maker.make(upstream, TTL, clock);
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
}
