package lab.lecture.labs;

import static lab.lecture.verdicts.Words.say;

import java.util.List;
import lab.crawl.cli.CrawlTarget;
import lab.lecture.bench.LabRunner;
import lab.lecture.bench.Rounds;
import lab.lecture.bench.Setup;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.Unit;
import lab.lecture.wrong.WrongVariants;

/** What an event loop can do and what stops it: computing on it, handing that off, and a call on it that blocks. */
final class BlockedLoopLab implements Lab {
  private static final int WIDTH = 8;

  /** What the rules go by. */
  record Measured(
      Figure offloadToThreads,
      Figure offloadToSync,
      Figure loopThreads,
      Figure silentUtilisation,
      Figure lagInStages,
      Figure lagOffToOn,
      Figure blockedInFlight,
      Figure blockedToSync) {}

  @Override
  public LabInfo info() {
    return LabInfo.of("blocked-loop", 85, List.of(31, 32, 33, 35, 36));
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    int stageMillis = runner.size(20, 10);
    int checksums = runner.checksumRounds(stageMillis);
    int count = runner.size(5, 2);
    int pages = runner.size(24, 16);
    CrawlTarget mixed = runner.site("flat:" + pages, "20ms");
    Setup sync = Setup.of("sync", "sync", mixed, 1, checksums);
    Setup threads = Setup.of("threads", "threads", mixed, WIDTH, checksums);
    Setup onLoop = Setup.of(say("loop.on"), "async", mixed, WIDTH, checksums);
    Setup offLoop = Setup.of(say("loop.off"), "async-offload", mixed, WIDTH, checksums);
    List<Setup> working = List.of(sync, threads, onLoop, offLoop);
    Rounds worked = runner.measureRecorded(working, count);

    CrawlTarget waiting = runner.site("flat:" + pages, runner.size(30, 20) + "ms");
    Setup waitingSync = Setup.of(say("loop.sync-waits"), "sync", waiting, 1);
    Setup free = Setup.of(say("loop.async-waits"), "async", waiting, WIDTH);
    Setup blocked = Setup.of(say("loop.blocks"), WrongVariants.BLOCKED_LOOP, waiting, WIDTH);
    List<Setup> waiters = List.of(waitingSync, free, blocked);
    Rounds waited = runner.measure(waiters, count);

    CrawlTarget silent = runner.site("flat:1", runner.size(1_200, 500) + "ms");
    Setup idle = Setup.of(say("loop.silent"), "async", silent, WIDTH);
    Rounds silence = runner.measure(List.of(idle), runner.size(3, 2));

    Measured measured = new Measured(
        worked.utilisation(offLoop).over(worked.utilisation(threads), say("loop.to-threads")),
        worked.utilisation(offLoop).over(worked.utilisation(sync), say("loop.to-sync")),
        worked.ownThreads(onLoop),
        silence.figure(idle, say("loop.cpu"), Unit.PERCENT, run -> run.client().utilisationPercent()),
        worked.seen(onLoop, say("loop.longest-lag"), Unit.TIMES,
            facts -> facts.lagMillis().max() / stageMillis),
        worked.seen(offLoop, say("loop.median-lag"), Unit.MILLIS, facts -> facts.lagMillis().median())
            .over(worked.seen(onLoop, "", Unit.MILLIS, facts -> facts.lagMillis().median()),
                say("loop.lag-ratio")),
        waited.inFlight(blocked),
        waited.elapsedRatio(blocked, waitingSync));
    return new LabOutcome(
        List.of(
            worked.table(say("mixed.pages"), working),
            waited.table(say("loop.only-wait"), waiters),
            silence.table(say("loop.silence"), List.of(idle))),
        List.of(worked.chart(say("mixed.pages"), working), waited.chart(say("loop.only-wait"), waiters)),
        decide(measured));
  }

  /** The rules. */
  static List<Finding> decide(Measured m) {
    return List.of(
        Finding.holdsIf(31, m.offloadToThreads.isAbove(0.7), m.offloadToSync.isAbove(1.2)),
        Finding.holdsIf(32, m.loopThreads.is(1)),
        Finding.refutedIf(33, m.silentUtilisation.isBelow(25, 60)),
        Finding.holdsIf(35, m.lagInStages.isAbove(1), m.lagOffToOn.isBelow(0.5)),
        Finding.holdsIf(36, m.blockedInFlight.is(1), m.blockedToSync.isBetween(0.5, 2)));
  }
}
