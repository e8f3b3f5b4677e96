package lab.lecture.labs;

import static lab.lecture.verdicts.Words.say;

import java.util.List;
import lab.crawl.cli.CrawlTarget;
import lab.fixtures.SiteOptions;
import lab.lecture.bench.LabRunner;
import lab.lecture.bench.Rounds;
import lab.lecture.bench.Setup;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.LabTable;
import lab.lecture.verdicts.Unit;

/**
 * The download lab of Real Python's article on concurrency: 160 pages that wait and hardly compute, by each design; at the
 * widths of that article, which were not fair, and at equal ones.
 *
 * <p>Source: Jim Anderson, <em>Speed Up Your Python Program With Concurrency</em>, realpython.com; figures as the lecture
 * quotes them: 14.3 s one after another, 3.2 s with 5 threads, 0.49 s with asyncio, 3.4 s with processes.
 */
final class IoLab implements Lab {
  private static final int PAGES = 160;
  private static final int FEW = 5;
  private static final double ARTICLE_SYNC = 14.3;

  /** What the rules go by. */
  record Measured(
      Figure syncToReplies,
      Figure syncWaiting,
      Figure syncUtilisation,
      Figure fewSpeedUp,
      Figure fewInFlight,
      Figure asyncMet,
      Figure asyncThreads,
      Figure virtualMet,
      Figure virtualThreads) {}

  @Override
  public LabInfo info() {
    return LabInfo.of("io", 125, List.of(3, 18, 28, 30));
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    int pages = runner.size(PAGES, PAGES / 2);
    CrawlTarget site = runner.site("flat:" + pages, runner.size(20, 10) + "ms");
    int workers = runner.size(FEW, 2);
    Setup sync = Setup.of("sync", "sync", site, 1);
    Setup threads = Setup.of(say("setup.width", "threads", 5), "threads", site, FEW);
    Setup virtual = Setup.of(say("setup.width", "virtual", 5), "virtual", site, FEW);
    Setup async = Setup.of(say("setup.width", "async", 5), "async", site, FEW);
    Setup procs = Setup.of(say("setup.width", "procs", workers), "procs", site, workers);
    Setup allThreads = Setup.of(say("setup.width", "threads", pages), "threads", site, pages);
    Setup allVirtual = Setup.of(say("setup.width", "virtual", pages), "virtual", site, pages);
    Setup allAsync = Setup.of(say("setup.width", "async", pages), "async", site, pages);
    List<Setup> setups = List.of(sync, threads, virtual, async, procs, allThreads, allVirtual, allAsync);
    Rounds rounds = runner.measureRecorded(setups, runner.size(4, 1));

    CrawlTarget meetingPoint = runner.site(SiteOptions.of("rendezvous:" + PAGES).withRendezvousTimeout(Setup.PATIENCE));
    Setup asyncMet = Setup.of(say("io.all-at-once", "async"), "async", meetingPoint, PAGES);
    Setup virtualMet = Setup.of(say("io.all-at-once", "virtual"), "virtual", meetingPoint, PAGES);
    Setup threadsMet = Setup.of(say("io.all-at-once", "threads"), "threads", meetingPoint, PAGES);
    List<Setup> meeting = List.of(virtualMet, threadsMet, asyncMet);
    Rounds met = runner.measureCold(meeting, runner.size(2, 1));

    Measured measured = new Measured(
        rounds.figure(sync, say("figure.elapsed"), Unit.TIMES,
                run -> run.elapsedMillis() / (run.server().requests().orElseThrow() * run.server().meanReplyMillis().orElseThrow()))
            .named(say("io.sync-to-replies")),
        rounds.seen(sync, say("io.sync-waits"), Unit.PERCENT,
            facts -> 100 * facts.meanShareWaiting()),
        rounds.utilisation(sync),
        rounds.speedUp(threads, sync),
        rounds.inFlight(threads),
        met.inFlight(asyncMet),
        met.ownThreads(asyncMet),
        met.inFlight(virtualMet),
        met.threads(virtualMet));
    return new LabOutcome(
        List.of(rounds.table(say("io.pages", pages), setups), article(rounds, sync, threads, allAsync, procs),
            met.table(say("io.meeting"), meeting)),
        List.of(rounds.chart(say("chart.elapsed"), setups)), decide(measured));
  }

  /** The rules. */
  static List<Finding> decide(Measured m) {
    return List.of(
        Finding.holdsIf(3, m.syncToReplies.isBetween(1, 1.8), m.syncWaiting.isAbove(60), m.syncUtilisation.isBelow(40)),
        Finding.holdsIf(18, m.fewSpeedUp.isAbove(2.5, 2), m.fewInFlight.is(FEW)),
        Finding.holdsIf(28, m.asyncMet.is(PAGES), m.asyncThreads.is(1)),
        Finding.refutedIf(30, m.virtualMet.is(PAGES), m.virtualThreads.isBelow(PAGES / 2.0).orUnsure()));
  }

  /** Speed-ups, for seconds of another machine and another network can't be compared. */
  private static LabTable article(Rounds rounds, Setup sync, Setup threads, Setup async, Setup procs) {
    return LabTable.of(say("io.beside"), say("column.design"), say("column.here"), say("column.there"), say("io.width-here"), say("io.width-there"))
        .row("threads", rounds.speedUp(threads, sync), Unit.TIMES.text(ARTICLE_SYNC / 3.2), width(threads), "5")
        .row("asyncio", rounds.speedUp(async, sync), Unit.TIMES.text(ARTICLE_SYNC / 0.49), width(async), say("io.about-100"))
        .row(say("article.processes"), rounds.speedUp(procs, sync), Unit.TIMES.text(ARTICLE_SYNC / 3.4), width(procs), say("io.a-core"));
  }

  private static int width(Setup setup) {
    return setup.plan().concurrency();
  }
}
