package lab.lecture.labs;

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
    return new LabInfo(
        "blocked-loop",
        "one loop: it waits, it computes, it hands computing off, and it makes a call that blocks",
        85,
        List.of(31, 32, 33, 35, 36),
        "a page takes 20 ms to compute. For how long does a loop that computes it hear of nothing else? What if it hands that to "
            + "other threads? What does it do while a reply takes a second? And what if somebody calls on it a function that "
            + "simply waits?",
        "the loop that hands its computing off gains with them; the one that computes itself does not.");
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
    Setup onLoop = Setup.of("async, computing on the loop", "async", mixed, WIDTH, checksums);
    Setup offLoop = Setup.of("async, computing off the loop", "async-offload", mixed, WIDTH, checksums);
    List<Setup> working = List.of(sync, threads, onLoop, offLoop);
    Rounds worked = runner.measureRecorded(working, count);

    CrawlTarget waiting = runner.site("flat:" + pages, runner.size(30, 20) + "ms");
    Setup waitingSync = Setup.of("sync that waits", "sync", waiting, 1);
    Setup free = Setup.of("async that waits", "async", waiting, WIDTH);
    Setup blocked = Setup.of("async, with a call that blocks", WrongVariants.BLOCKED_LOOP, waiting, WIDTH);
    List<Setup> waiters = List.of(waitingSync, free, blocked);
    Rounds waited = runner.measure(waiters, count);

    CrawlTarget silent = runner.site("flat:1", runner.size(1_200, 500) + "ms");
    Setup idle = Setup.of("async, two silent replies", "async", silent, WIDTH);
    Rounds silence = runner.measure(List.of(idle), runner.size(3, 2));

    Measured measured = new Measured(
        worked.utilisation(offLoop).over(worked.utilisation(threads), "the offloading loop's utilisation ÷ threads'"),
        worked.utilisation(offLoop).over(worked.utilisation(sync), "the offloading loop's utilisation ÷ sync's"),
        worked.ownThreads(onLoop),
        silence.figure(idle, "CPU ÷ elapsed", Unit.PERCENT, run -> run.client().utilisationPercent()),
        worked.seen(onLoop, "longest lag of the loop that computes ÷ one page's computing", Unit.TIMES,
            facts -> facts.lagMillis().max() / stageMillis),
        worked.seen(offLoop, "median lag of the loop that hands off", Unit.MILLIS, facts -> facts.lagMillis().median())
            .over(worked.seen(onLoop, "", Unit.MILLIS, facts -> facts.lagMillis().median()),
                "median lag of the loop that hands off ÷ of the one that computes"),
        waited.inFlight(blocked),
        waited.elapsedRatio(blocked, waitingSync));
    return new LabOutcome(
        List.of(
            worked.table("Pages that wait and compute", working),
            waited.table("Pages that only wait", waiters),
            silence.table("Two replies after a long silence, one after the other", List.of(idle))),
        List.of(worked.chart("Pages that wait and compute", working), waited.chart("Pages that only wait", waiters)),
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
