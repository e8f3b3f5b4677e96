package lab.homework.ex08;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.homework.Page;
import lab.homework.ex08.PoliteFetcher.Address;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.FuzzyKey;
import lab.homework.grade.Interruption;
import lab.homework.grade.Patience;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/** Exercise 8. The hosts count what is in flight, each for itself, and hold pages back until others have come. */
public final class PoliteCheck implements Exercise<PoliteFetcher<FuzzyKey>> {
  private static final int PER_HOST = 2;
  static final int WIDTH = 2 * PER_HOST;
  private static final int PAGES = 12;

  private static final String ALL = "every page is fetched once";
  static final String TOGETHER = "two hosts have as many pages in flight as each may, at the same time";
  static final String LIMIT = "never more pages are in flight than allowed, of a host or in all";
  static final String FAILED = "a page that fails gives its place back";
  static final String INTERRUPT = "an interrupt ends it, and is told";
  static final String SLOW = "a slow host holds up no other";

  @Override
  public Card card() {
    return new Card(8, "At most so many per host", List.of(18, 24), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex08/MyPoliteFetcher.java");
  }

  @Override
  public Supplier<PoliteFetcher<FuzzyKey>> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<PoliteFetcher<FuzzyKey>>> rules() {
    return List.of(
        new Rule<>(ALL, 2, PoliteCheck::fetchesAll),
        new Rule<>(TOGETHER, 3, PoliteCheck::overlaps),
        new Rule<>(LIMIT, 3, PoliteCheck::keepsTheLimits),
        new Rule<>(FAILED, 2, PoliteCheck::goesOnAfterFailures),
        new Rule<>(SLOW, 6, PoliteCheck::keepsHostsApart),
        new Rule<>(INTERRUPT, 2, PoliteCheck::endsWhenInterrupted));
  }

  private static void fetchesAll(PoliteFetcher<FuzzyKey> fetcher) throws Exception {
    PoliteCheckHosts hosts = new PoliteCheckHosts();
    List<Address<FuzzyKey>> addresses = inTurns(hosts.add("red", 3), hosts.add("blue", 3));
    Set<String> fetched = names(fetcher.fetchAll(addresses, hosts, PER_HOST, WIDTH));
    RuleBroken.unless(fetched.equals(names(addresses)),
        "there were %s to fetch, but you returned %s", names(addresses), fetched);
    RuleBroken.unless(hosts.web.requests() == addresses.size(),
        "there were %d pages, but %d were asked for: %s", addresses.size(), hosts.web.requests(), hosts.web.counts());
  }

  private static void overlaps(PoliteFetcher<FuzzyKey> fetcher) throws Exception {
    PoliteCheckHosts hosts = new PoliteCheckHosts();
    List<Address<FuzzyKey>> addresses = inTurns(hosts.add("red", PER_HOST), hosts.add("blue", PER_HOST));
    CountDownLatch asked = new CountDownLatch(addresses.size());
    hosts.hold = host -> {
      asked.countDown();
      PoliteCheckBatches.awaitOrGiveUp(asked);
    };
    try {
      fetcher.fetchAll(addresses, hosts, PER_HOST, WIDTH);
    } finally {
      RuleBroken.unless(hosts.peak() == addresses.size(),
          "%d pages each of two hosts were known, %d of each host may be in flight, and %d in all; but never more than %d were, "
          + "of both together: has each host its own limit?", PER_HOST, PER_HOST, WIDTH, hosts.peak());
    }
  }

  private static void keepsTheLimits(PoliteFetcher<FuzzyKey> fetcher) throws Exception {
    PoliteCheckHosts hosts = new PoliteCheckHosts();
    hosts.web.tempts("", WIDTH + 1);
    List<Address<FuzzyKey>> red = hosts.add("red", PAGES);
    List<Address<FuzzyKey>> blue = hosts.add("blue", PAGES);
    List<Address<FuzzyKey>> addresses = inARow(List.of(inTurns(red.subList(0, PER_HOST), blue.subList(0, PER_HOST)),
        red.subList(PER_HOST, PAGES), hosts.add("green", PAGES), blue.subList(PER_HOST, PAGES)));
    PoliteCheckBatches batches = new PoliteCheckBatches(Thread.currentThread());
    hosts.hold = batches;
    fetcher.fetchAll(addresses, hosts, PER_HOST, WIDTH);
    hosts.peaks().forEach((host, peak) -> RuleBroken.unless(peak <= PER_HOST,
        "%d pages of %s were in flight at a time, %d were allowed: if you look whether there is a place, and take it later, "
        + "others look in between. Make one step of both", peak, host, PER_HOST));
    RuleBroken.unless(hosts.peak() <= WIDTH,
        "%d pages of all hosts were in flight at a time, %d were allowed: what limits them?", hosts.peak(), WIDTH);
    batches.sayIfRestless();
  }

  private static void goesOnAfterFailures(PoliteFetcher<FuzzyKey> fetcher) throws Exception {
    PoliteCheckHosts hosts = new PoliteCheckHosts();
    List<Address<FuzzyKey>> good = hosts.add("red", 3);
    List<Address<FuzzyKey>> addresses = inARow(List.of(PoliteCheckHosts.addresses("red", "/gone/", WIDTH + 1), good, hosts.add("blue", 3)));
    FutureTask<Set<String>> task = new FutureTask<>(() -> names(fetcher.fetchAll(addresses, hosts, PER_HOST, WIDTH)));
    Thread thread = new Thread(task, "the caller of fetchAll");
    thread.setDaemon(true);
    thread.start();
    try {
      Set<String> fetched = task.get(Patience.SECONDS, TimeUnit.SECONDS);
      RuleBroken.unless(fetched.equals(names(inARow(List.of(good, PoliteCheckHosts.addresses("blue", "/", 3))))),
          "of red's pages those that begin with /gone/ can't be had, all others can, but you returned %s", fetched);
    } catch (TimeoutException e) {
      throw new RuleBroken("pages of red failed, and then nothing went on, after %d of %d pages: who gives back the place of a "
          + "page that fails?", hosts.web.requests(), addresses.size());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      thread.interrupt();
    }
  }

  private static void keepsHostsApart(PoliteFetcher<FuzzyKey> fetcher) throws Exception {
    PoliteCheckHosts hosts = new PoliteCheckHosts();
    List<Address<FuzzyKey>> addresses = inARow(List.of(hosts.add("slow", WIDTH + 2), hosts.add("quick", WIDTH + 2)));
    CountDownLatch quick = new CountDownLatch(WIDTH + 2);
    List<String> gaveUp = new ArrayList<>();
    hosts.hold = host -> {
      if (host.equals("quick")) {
        quick.countDown();
      } else {
        noteMissing(PoliteCheckBatches.awaitOrGiveUp(quick), gaveUp);
      }
    };
    try {
      fetcher.fetchAll(addresses, hosts, PER_HOST, WIDTH);
    } finally {
      sayIfHeldUp(gaveUp);
    }
  }

  private static void endsWhenInterrupted(PoliteFetcher<FuzzyKey> fetcher) throws Exception {
    PoliteCheckHosts hosts = new PoliteCheckHosts();
    // All that there are may be in flight, and so the caller waits for nothing but their end.
    List<Address<FuzzyKey>> addresses = hosts.add("red", PER_HOST);
    CountDownLatch asked = new CountDownLatch(PER_HOST);
    CountDownLatch never = new CountDownLatch(1);
    hosts.hold = host -> {
      asked.countDown();
      never.await();
    };
    Interruption.mustEnd("fetchAll", () -> fetcher.fetchAll(addresses, hosts, PER_HOST, WIDTH), () -> asked.getCount() == 0);
    Patience.until(() -> hosts.inFlight() == 0,
        "fetchAll ended by an interrupt, but its threads still wait for pages: shut the pool down now, in a finally block");
  }

  private static void noteMissing(long missing, List<String> gaveUp) {
    synchronized (gaveUp) {
      if (missing > 0) {
        gaveUp.add("%d of the %d".formatted(missing, WIDTH + 2));
      }
    }
  }

  private static void sayIfHeldUp(List<String> gaveUp) {
    synchronized (gaveUp) {
      RuleBroken.unless(gaveUp.isEmpty(),
          "one host answered nothing, and %s pages of the other weren't asked for all the while, though the slow one may have "
          + "only %d of %d in flight: do its other pages wait for their turn, each with a thread that the other host needs?",
          gaveUp.isEmpty() ? "" : gaveUp.getFirst(), PER_HOST, WIDTH);
    }
  }

  private static List<Address<FuzzyKey>> inARow(List<List<Address<FuzzyKey>>> hosts) {
    return hosts.stream().flatMap(List::stream).toList();
  }

  private static List<Address<FuzzyKey>> inTurns(List<Address<FuzzyKey>> some, List<Address<FuzzyKey>> asMany) {
    return IntStream.range(0, some.size()).boxed().flatMap(i -> Stream.of(some.get(i), asMany.get(i))).toList();
  }

  private static Set<String> names(Map<Address<FuzzyKey>, Page> pages) {
    return names(List.copyOf(pages.keySet()));
  }

  private static Set<String> names(List<Address<FuzzyKey>> addresses) {
    return addresses.stream().map(PoliteCheckHosts::name).collect(Collectors.toCollection(TreeSet::new));
  }
}
