package lab.homework.ex17;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.FutureTask;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lab.homework.ex17.PolitenessScheduler.Request;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Meeting;
import lab.homework.grade.MeetingKey;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/** Exercise 17. Time is a number that the check counts up; no real time passes. */
public final class PolitenessCheck implements Exercise<LongFunction<PolitenessScheduler<MeetingKey>>> {
  private static final long DELAY = 100;
  private static final int THREADS = 4;

  private static final String ALL = "every request is given out, once, and each host's in order";
  static final String POLITE = "between two requests to a host the delay passes";
  static final String APART = "no host waits for another host's delay";
  static final String BUSY = "a host with many pages holds up no other";
  static final String THREADSAFE = "threads that ask at the same moment don't get the same host";

  @Override
  public Card card() {
    return new Card(17, "A polite scheduler", List.of(18, 20), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex17/MyPolitenessScheduler.java");
  }

  @Override
  public Supplier<LongFunction<PolitenessScheduler<MeetingKey>>> starter() {
    return () -> delay -> Starter.make(card(), delay);
  }

  @Override
  public List<Rule<LongFunction<PolitenessScheduler<MeetingKey>>>> rules() {
    return List.of(
        new Rule<>(ALL, 2, maker -> givesAll(maker.apply(DELAY))),
        new Rule<>(POLITE, 3, maker -> isPolite(maker.apply(DELAY))),
        new Rule<>(APART, 3, maker -> keepsHostsApart(maker.apply(DELAY))),
        new Rule<>(BUSY, 3, PolitenessCheck::letsOthersPass),
        new Rule<>(THREADSAFE, 4, PolitenessCheck::servesThreads));
  }

  /**
   * A request that began.
   *
   * @param at when
   */
  private record Begun(long at, String host, String path) {}

  private static void givesAll(PolitenessScheduler<MeetingKey> scheduler) {
    RuleBroken.unless(scheduler.nextAt().isEmpty() && scheduler.next(0).isEmpty(), "it gives out a request before there is one");
    add(scheduler, "a1", "b1", "a2", "c1", "a3", "b2");
    List<String> paths = run(scheduler, 6).stream().map(Begun::path).toList();
    RuleBroken.unless(paths.stream().sorted().toList().equals(List.of("a1", "a2", "a3", "b1", "b2", "c1")),
        "a1, b1, a2, c1, a3 and b2 were added, and given out are %s, each of which must be there once", paths);
    for (String host : List.of("a", "b")) {
      List<String> ofHost = paths.stream().filter(path -> path.startsWith(host)).toList();
      RuleBroken.unless(ofHost.equals(ofHost.stream().sorted().toList()),
          "the pages of host %s were added in the order of their numbers, but come in the order %s", host, ofHost);
    }
  }

  private static void isPolite(PolitenessScheduler<MeetingKey> scheduler) {
    add(scheduler, "a1", "a2", "b1", "a3");
    Map<String, Long> last = new HashMap<>();
    for (Begun begun : run(scheduler, 4)) {
      Long before = last.put(begun.host(), begun.at());
      RuleBroken.unless(before == null || begun.at() - before >= DELAY,
          "host %s was asked at %d ms and again at %d ms, but the delay is %d ms: it belongs to the host, not to a page",
          begun.host(), before, begun.at(), DELAY);
    }
    long end = last.get("a");
    add(scheduler, "a4");
    RuleBroken.unless(scheduler.next(end + DELAY - 1).isEmpty(),
        "the line of host a was empty when a page came, but its delay was still running: it must not be forgotten with the line");
    RuleBroken.unless(scheduler.next(end + DELAY).isPresent(),
        "host a was asked at %d ms, but at %d ms, a delay of %d ms later, it may still not be asked", end, end + DELAY, DELAY);
  }

  private static void keepsHostsApart(PolitenessScheduler<MeetingKey> scheduler) {
    add(scheduler, "a1", "b1", "c1", "a2", "b2", "a3");
    mustBeginAsSoonAsPolite(run(scheduler, 6), "was that the delay of another host? Each has its own");
  }

  private static void letsOthersPass(LongFunction<PolitenessScheduler<MeetingKey>> maker) {
    PolitenessScheduler<MeetingKey> scheduler = maker.apply(DELAY);
    add(scheduler, "a1", "a2", "a3", "a4", "a5", "b1", "b2", "c1");
    mustBeginAsSoonAsPolite(run(scheduler, 8),
        "does it stand in line behind pages of another host that must wait? A line for each host lets it pass");
    PolitenessScheduler<MeetingKey> oneAfterAnother = maker.apply(DELAY);
    add(oneAfterAnother, "a1", "a2", "b1");
    List<String> asked = new ArrayList<>();
    for (long now = 0; now <= DELAY; now += DELAY) {
      asked.add(oneAfterAnother.next(now).map(request -> request.host().name()).orElse("nobody"));
    }
    RuleBroken.unless(asked.contains("a") && asked.contains("b"),
        "hosts a and b might be asked from the beginning; a crawl with one thread asked at 0 and at %d ms, and got %s: the turn "
            + "is of the host that might have been asked for the longest time, or a host with many pages takes every turn",
        DELAY, asked);
  }

  /** No request begins later than its own host's delay makes it. */
  private static void mustBeginAsSoonAsPolite(List<Begun> all, String hint) {
    Map<String, Integer> before = new HashMap<>();
    for (Begun begun : all) {
      long soonest = DELAY * (before.merge(begun.host(), 1, Integer::sum) - 1);
      RuleBroken.unless(begun.at() == soonest,
          "page %s might have begun at %d ms, but began at %d ms: %s", begun.path(), soonest, begun.at(), hint);
    }
  }

  private static void servesThreads(LongFunction<PolitenessScheduler<MeetingKey>> maker) throws Exception {
    PolitenessScheduler<MeetingKey> scheduler = maker.apply(DELAY);
    List<FutureTask<Optional<Request<MeetingKey>>>> asks =
        IntStream.range(0, THREADS).mapToObj(asker -> new FutureTask<>(() -> scheduler.next(0))).toList();
    Meeting meeting = new Meeting(THREADS);
    MeetingKey host = new MeetingKey("a", meeting);
    IntStream.range(0, THREADS).forEach(page -> scheduler.add(new Request<>(host, "a" + page)));
    List<Thread> askers = asks.stream().map(Thread::new).toList();
    askers.forEach(meeting::join);
    for (Thread asker : askers) {
      asker.setDaemon(true);
      asker.start();
    }
    int given = 0;
    for (FutureTask<Optional<Request<MeetingKey>>> ask : asks) {
      given += ask.get().isPresent() ? 1 : 0;
    }
    RuleBroken.unless(given > 0, "host a might be asked, and %d threads wanted to, but none got a page of it", THREADS);
    RuleBroken.unless(given == 1,
        "%d threads asked at the same moment, and %d of them got a page of the same host instead of one: after one has looked "
            + "whether a host may be asked, and before it notes that it was, another can look, too. Both must be one step",
        THREADS, given);
  }

  /** A crawl in a time of its own, which goes on to the time that nextAt says. */
  private static List<Begun> run(PolitenessScheduler<MeetingKey> scheduler, int requests) {
    List<Begun> all = new ArrayList<>();
    long now = 0;
    for (OptionalLong at = scheduler.nextAt(); at.isPresent(); at = scheduler.nextAt()) {
      long promised = at.getAsLong();
      now = Math.max(now, promised);
      Optional<Request<MeetingKey>> next = scheduler.next(now);
      RuleBroken.unless(next.isPresent(), "nextAt said that next gives a request from %d ms on, but at %d ms it gave none",
          promised, now);
      all.add(new Begun(now, next.get().host().name(), next.get().path()));
      RuleBroken.unless(all.size() <= requests, "%d requests were added, but more are given out: %s", requests, all);
    }
    return all;
  }

  /** Adds pages; the first letter is the host's name. */
  private static void add(PolitenessScheduler<MeetingKey> scheduler, String... pages) {
    Arrays.stream(pages).forEach(page -> scheduler.add(new Request<>(MeetingKey.free(page.substring(0, 1)), page)));
  }
}
