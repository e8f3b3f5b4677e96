package lab.lecture.labs;

import static lab.lecture.verdicts.Words.say;

import java.util.List;
import lab.crawl.cli.CrawlTarget;
import lab.lecture.bench.LabRunner;
import lab.lecture.bench.Rounds;
import lab.lecture.bench.Setup;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.Statement;

/** Java with one lock per process around all that computes, as CPython has it, beside Java as it is. */
final class GilLab implements Lab {
  private static final int IO_PAGES = 30;
  private static final int WIDTH = 10;

  /** What the rules go by; "locked" is with the interpreter lock. */
  record Measured(
      Figure processor,
      Statement workersSteady,
      Figure speedUp,
      Figure lockedSpeedUp,
      Figure utilisation,
      Figure lockedUtilisation,
      Figure procsOverThreads,
      Figure lockedProcsOverThreads,
      Figure fourToOne,
      Figure lockedTwoToOne,
      Figure lockedFourToOne,
      Figure lockedEightToOne,
      Figure lockedIoToUnlocked,
      Figure lockedIoSpeedUp) {}

  @Override
  public LabInfo info() {
    return LabInfo.of("gil", 135, List.of(6, 7, 9, 10, 11));
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    int rounds = runner.checksumRounds(runner.size(25, 14));
    int cores = runner.cores();
    int pages = Math.max(runner.size(20, 14), 4 * cores);
    CrawlTarget site = runner.site("flat:" + pages, "0ms");
    Setup one = Setup.of(say("gil.one"), "threads", site, 1, rounds);
    Setup four = Setup.of(say("gil.many", 4), "threads", site, 4, rounds);
    Setup threadACore = Setup.of(say("gil.thread-a-core"), "threads", site, cores, rounds);
    Setup procs = Setup.of(say("gil.process-a-core"), "procs", site, cores, rounds);
    Setup lockedOne = locked(say("gil.one-lock"), "threads", site, 1, rounds);
    Setup lockedTwo = locked(say("gil.threads-lock", 2), "threads", site, 2, rounds);
    Setup lockedFour = locked(say("gil.threads-lock", 4), "threads", site, 4, rounds);
    Setup lockedEight = locked(say("gil.threads-lock", 8), "threads", site, 8, rounds);
    Setup lockedProcs = locked(say("gil.processes-lock"), "procs", site, cores, rounds);
    List<Setup> computing = List.of(one, four, threadACore, procs, lockedOne, lockedTwo, lockedFour, lockedEight, lockedProcs);
    Rounds computed = runner.measureRecorded(computing, runner.size(5, 2));

    CrawlTarget slow = runner.site("flat:" + IO_PAGES, runner.size(60, 20) + "ms");
    Setup oneWaiting = Setup.of(say("gil.one-waits"), "threads", slow, 1, 1);
    Setup threads = Setup.of(say("gil.ten-wait"), "threads", slow, WIDTH, 1);
    Setup lockedThreads = locked(say("gil.ten-wait-lock"), "threads", slow, WIDTH, 1);
    List<Setup> waiting = List.of(oneWaiting, threads, lockedThreads);
    Rounds waited = runner.measure(waiting, runner.size(5, 2));

    Measured measured = new Measured(
        computed.processorLeft(four, lockedFour, lockedProcs),
        computed.levelledOff(lockedProcs),
        computed.speedUp(four, one),
        computed.speedUp(lockedFour, lockedOne),
        computed.utilisation(four),
        computed.utilisation(lockedFour),
        computed.speedUp(procs, threadACore),
        computed.speedUp(lockedProcs, lockedFour),
        computed.elapsedRatio(four, one),
        computed.elapsedRatio(lockedTwo, lockedOne),
        computed.elapsedRatio(lockedFour, lockedOne),
        computed.elapsedRatio(lockedEight, lockedOne),
        waited.elapsedRatio(lockedThreads, threads),
        waited.speedUp(lockedThreads, oneWaiting));
    return new LabOutcome(
        List.of(computed.table(say("gil.compute", pages), computing), waited.table(say("gil.wait"), waiting)),
        List.of(computed.chart(say("gil.compute", pages), computing), waited.chart(say("gil.wait"), waiting)),
        decide(measured));
  }

  private static Setup locked(String label, String variant, CrawlTarget site, int width, int checksumRounds) {
    return Setup.of(label, variant, site,
        plan -> plan.concurrency(width).checksumRounds(checksumRounds).interpreterLock(true));
  }

  /** The rules. All but the last need a second core; where there is none, nobody gains from anything. */
  static List<Finding> decide(Measured m) {
    Statement twoCores = m.processor.isAbove(Rounds.MORE_THAN_A_CORE);
    return List.of(
        Finding.onlyWithLockIf(6,
            Statement.given(twoCores, m.lockedSpeedUp.isBelow(1.25, 1.4)), m.speedUp.isBelow(1.1, 1.25)),
        Finding.onlyWithLockIf(7,
            Statement.given(twoCores, m.lockedUtilisation.isBelow(130)), m.utilisation.isBelow(110, 130)),
        Finding.onlyWithLockIf(9,
            m.lockedProcsOverThreads.isAbove(1.15, 1.05).noOnlyIf(Statement.all(twoCores, m.workersSteady)), m.procsOverThreads.isAbove(1.3, 1.1)),
        Finding.onlyWithLockIf(10,
            Statement.given(twoCores,
                m.lockedTwoToOne.isAbove(0.8, 0.7), m.lockedFourToOne.isAbove(0.8, 0.7), m.lockedEightToOne.isAbove(0.8, 0.7)),
            m.fourToOne.isAbove(0.9, 0.8)),
        Finding.holdsIf(11, m.lockedIoToUnlocked.isBelow(1.5, 2), m.lockedIoSpeedUp.isAbove(3, 2)));
  }
}
