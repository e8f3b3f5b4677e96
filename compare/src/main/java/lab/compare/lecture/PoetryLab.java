package lab.compare.lecture;

import java.util.Collections;
import java.util.List;
import lab.crawl.cli.CrawlTarget;
import lab.fixtures.SiteOptions;

/**
 * The poetry lab: poems from a server that drips. One client at a time adds the times up, an overlapping one takes as long as
 * the slowest.
 *
 * <p>Source: Dave Peticolas, <em>An Introduction to Asynchronous Programming and Twisted</em>, krondo.com, parts 1 to 3: 23.1 s
 * one after another, 10.1 s asynchronously, which was the slowest poem's time.
 */
final class PoetryLab implements Lab {
  private static final int ALL = 160;

  /** What the rule goes by; each of them as many times as there are rounds. */
  record Measured(Figure leastPossible, Figure asyncPoems, Figure syncPoems, Figure leastForAll, Figure asyncAll) {}

  @Override
  public Card card() {
    return new Card(
        "poetry",
        "poems that drip, twenty bytes at a time: one after another, and all at once",
        60,
        List.of(34),
        "seven poems drip in, each for a second or so. How long do they take one after another, and how long if one event "
            + "loop listens to all of them?",
        "nothing: nobody computes here.");
  }

  @Override
  public LabOutcome run(Bench bench) {
    CrawlTarget poems = bench.site(SiteOptions.of("poetry").withLatency("drip:" + bench.size(20, 60) + "B:20ms"));
    Setup sync = Setup.of("sync", "sync", poems, 1);
    Setup threads = Setup.of("threads, width 7", "threads", poems, 7);
    Setup async = Setup.of("async, width 7", "async", poems, 7);
    List<Setup> setups = List.of(sync, threads, async);
    int count = bench.size(5, 2);
    Rounds dripped = bench.measureRecorded(setups, 0, count);

    int latencyMillis = bench.size(500, 200);
    CrawlTarget flat = bench.site("flat:" + ALL, latencyMillis + "ms");
    Setup all = Setup.of("async, width 160", "async", flat, ALL);
    Rounds waited = bench.measure(List.of(all), 2, count);

    // The least of all rounds: what disturbs the server only makes it longer.
    double leastMillis = dripped.seen(sync, "", Unit.MILLIS, TimelineFacts::slowestChainMillis).min();
    Figure least = times("the index and the slowest poem", leastMillis, count);
    Measured measured = new Measured(least, dripped.elapsed(async), dripped.elapsed(sync),
        times("two latencies", 2 * latencyMillis, count), waited.elapsed(all));
    LabTable slowest = LabTable.of("As the server drips them", "what", "time")
        .row("the index, then the slowest poem", least)
        .row("all of them, one after another", dripped.elapsed(sync));
    return new LabOutcome(
        List.of(dripped.table("Seven poems", setups), slowest,
            waited.table("An index and 160 pages of " + latencyMillis + " ms each", List.of(all))),
        List.of(dripped.chart("Elapsed", setups)),
        decide(measured));
  }

  /** The rule. The index comes first, for only it says what else there is: two waits, one after the other, is the least. */
  static List<Finding> decide(Measured m) {
    return List.of(Finding.holdsIf(34,
        m.asyncPoems.over(m.leastPossible, "async's elapsed ÷ the slowest poem's").isBelow(1.5),
        m.syncPoems.over(m.leastPossible, "sync's elapsed ÷ the slowest poem's").isAbove(2),
        m.asyncAll.over(m.leastForAll, "async's elapsed for 160 pages ÷ two latencies").isBelow(1.7)));
  }

  private static Figure times(String name, double millis, int rounds) {
    return new Figure(name, Unit.MILLIS, Collections.nCopies(rounds, millis));
  }
}
