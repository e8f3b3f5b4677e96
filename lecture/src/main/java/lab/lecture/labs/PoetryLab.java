package lab.lecture.labs;

import static lab.lecture.verdicts.Words.say;

import java.util.List;
import lab.crawl.cli.CrawlTarget;
import lab.fixtures.SiteOptions;
import lab.lecture.bench.LabRunner;
import lab.lecture.bench.Rounds;
import lab.lecture.bench.Setup;
import lab.lecture.bench.TimelineFacts;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.LabTable;
import lab.lecture.verdicts.Unit;

/**
 * The poetry lab: poems from a server that drips. One client at a time adds the times up, an overlapping one takes as long as
 * the slowest.
 *
 * <p>Source: Dave Peticolas, <em>An Introduction to Asynchronous Programming and Twisted</em>, krondo.com, parts 1 to 3: 23.1 s
 * one after another, 10.1 s asynchronously, which was the slowest poem's time.
 */
final class PoetryLab implements Lab {
  private static final int ALL = 160;

  /** What the rule goes by: elapsed ÷ the time that the index and the slowest of the others took in sync's crawl of that round. */
  record Measured(Figure asyncToSlowest, Figure syncToSlowest, Figure allToTwoReplies) {}

  @Override
  public LabInfo info() {
    return LabInfo.of("poetry", 65, List.of(34));
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    CrawlTarget poems = runner.site(SiteOptions.of("poetry").withLatency("drip:" + runner.size(20, 60) + "B:20ms"));
    Setup sync = Setup.of("sync", "sync", poems, 1);
    Setup threads = Setup.of(say("setup.width", "threads", 7), "threads", poems, 7);
    Setup async = Setup.of(say("setup.width", "async", 7), "async", poems, 7);
    List<Setup> setups = List.of(sync, threads, async);
    int count = runner.size(5, 2);
    Rounds dripped = runner.measureColdRecorded(setups, count);

    int latencyMillis = runner.size(500, 200);
    CrawlTarget flat = runner.site("flat:" + ALL, latencyMillis + "ms");
    Setup all = Setup.of(say("setup.width", "async", 160), "async", flat, ALL);
    Rounds waited = runner.measure(List.of(all), count);

    Measured measured = new Measured(
        toSlowest(dripped, async, sync),
        toSlowest(dripped, sync, sync),
        // The index, then all the others at the same time: two replies in a row. By the server's clock, because it knows when it was asked.
        waited.figure(all, say("figure.elapsed"), Unit.TIMES, run -> run.elapsedMillis() / (2 * run.server().meanReplyMillis().orElseThrow()))
            .named(say("poetry.two-replies")));
    LabTable slowest = LabTable.of(say("poetry.dripped"), say("column.what"), say("poetry.time"))
        .row(say("poetry.index"), slowest(dripped, sync))
        .row(say("poetry.all"), dripped.elapsed(sync));
    return new LabOutcome(
        List.of(dripped.table(say("poetry.seven"), setups), slowest,
            waited.table(say("poetry.flat", latencyMillis), List.of(all))),
        List.of(dripped.chart(say("chart.elapsed"), setups)),
        decide(measured));
  }

  /** The rule. The index comes first, because only it says what else there is: with the slowest of the others it is the least there can be. */
  static List<Finding> decide(Measured m) {
    return List.of(Finding.holdsIf(34,
        m.asyncToSlowest.isBelow(1.5), m.syncToSlowest.isAbove(2), m.allToTwoReplies.isBelow(1.6, 2)));
  }

  /** As sync saw them: it listens to nothing else meanwhile, while a loop that is deaf for long would see long replies. */
  private static Figure toSlowest(Rounds rounds, Setup setup, Setup sync) {
    return rounds.elapsed(setup).over(slowest(rounds, sync), say("poetry.to-slowest", setup.quoted()));
  }

  private static Figure slowest(Rounds rounds, Setup setup) {
    return rounds.seen(setup, say("poetry.chain"), Unit.MILLIS, TimelineFacts::slowestChainMillis);
  }
}
