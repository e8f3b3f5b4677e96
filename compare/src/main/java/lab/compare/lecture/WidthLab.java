package lab.compare.lecture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lab.crawl.cli.CrawlTarget;
import lab.fixtures.SiteOptions;

/** More and more requests in flight, up to ten thousand: by threads, virtual threads and an event loop. */
final class WidthLab implements Lab {
  private static final int MANY = 1_000;
  private static final int MOST = 10_000;

  /** Below the 4,096 connections that Linux lets wait to be accepted; those beyond would be lost and tried again, ever later. */
  private static final int MEETING = 4_000;

  /** What the rules go by. */
  record Measured(Figure eightSpeedUp, Figure manySpeedUp, Figure threadsToWiderAsync, Figure threadsToEqualAsync) {}

  @Override
  public Card card() {
    return new Card(
        "width",
        "1, 8, 64, 1,000 and 10,000 requests in flight: by threads, virtual threads and a loop",
        110,
        List.of(24, 29),
        "how long can one go on adding threads before it stops to help? And where do a thread for each request, a virtual thread "
            + "for each and one loop for all part company: at 8 requests, at 1,000, at 10,000?",
        "the knee comes later, for it is the processor that sets it here.");
  }

  @Override
  public LabOutcome run(Bench bench) {
    int count = bench.size(5, 2);
    CrawlTarget site = bench.site("flat:" + bench.size(64, 64), "30ms");
    Setup one = Setup.of("threads, width 1", "threads", site, 1);
    Setup eight = Setup.of("threads, width 8", "threads", site, 8);
    Setup many = Setup.of("threads, width 64", "threads", site, 64);
    Setup virtual = Setup.of("virtual, width 8", "virtual", site, 8);
    Setup async = Setup.of("async, width 8", "async", site, 8);
    Setup wideAsync = Setup.of("async, width 64", "async", site, 64);
    List<Setup> curve = List.of(one, eight, many, virtual, async, wideAsync);
    Rounds curved = bench.measure(curve, 1, count);

    CrawlTarget crowd = bench.site("flat:" + MANY, "1s");
    List<Setup> crowded = designs(crowd, MANY, "threads", "virtual", "async");
    Rounds thousand = bench.measure(crowded, 0, 1);

    List<LabTable> tables = new ArrayList<>(List.of(
        curved.table("Replies after 30 ms", curve),
        thousand.table("A thousand pages, all at a time, replies after 1 s", crowded)));
    if (!bench.isQuick()) {
      tables.add(tenThousand(bench));
    }
    tables.add(allAtOnce(bench, bench.size(MEETING, MANY)));
    Measured measured = new Measured(
        curved.speedUp(eight, one),
        curved.speedUp(many, one),
        curved.elapsedRatio(eight, wideAsync),
        curved.elapsedRatio(eight, async));
    return new LabOutcome(tables,
        List.of(curved.chart("Replies after 30 ms", curve), thousand.chart("1,000 at a time, replies after 1 s", crowded)),
        decide(measured));
  }

  /** No page may fail. Platform threads stop before that: see lab sleepers. */
  private static LabTable tenThousand(Bench bench) {
    CrawlTarget slow = bench.site("flat:" + MOST, "1s");
    List<Setup> setups = designs(slow, MOST, "virtual", "async");
    return bench.measure(setups, 0, 1).table("Ten thousand pages, width 10,000, replies after 1 s", setups);
  }

  /** The proof that so many wait at the same time: nobody is answered before all have asked, and no page may fail. */
  private static LabTable allAtOnce(Bench bench, int width) {
    CrawlTarget meeting = bench.site(SiteOptions.of("rendezvous:" + width).withRendezvousTimeout(Setup.PATIENCE));
    List<Setup> setups = designs(meeting, width, "virtual", "async");
    return bench.measure(setups, 0, 1).table(width + " pages, answered when all have been asked for", setups);
  }

  private static List<Setup> designs(CrawlTarget site, int width, String... variants) {
    return Stream.of(variants).map(variant -> Setup.of(variant + ", width " + width, variant, site, width)).toList();
  }

  /** The rules. */
  static List<Finding> decide(Measured m) {
    return List.of(
        Finding.holdsIf(24, m.eightSpeedUp.isAbove(3, 2), m.manySpeedUp.isAbove(4, 3)),
        Finding.dependsIf(29, "the width: at an equal one of 8 threads are as fast; what they cost at 1,000 is in the tables",
            m.threadsToWiderAsync.isAbove(2), m.threadsToEqualAsync.isAbove(1.5, 1.4)));
  }
}
