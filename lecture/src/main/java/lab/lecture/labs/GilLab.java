package lab.lecture.labs;

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
    return new LabInfo(
        "gil",
        "a global interpreter lock, as CPython has it: what it costs threads, and what it doesn't",
        135,
        List.of(6, 7, 9, 10, 11),
        "only one thread of a process may compute at a time; whoever waits for the network lets go of the lock. How much do "
            + "eight threads gain over one, now? How much several processes? And threads that only wait?",
        "the gap between threads with and without the lock grows with the cores; with it, they never use more than one. CPython itself can"
            + " be built without the lock since 3.13 (PEP 703), and that build is supported since 3.14 (PEP 779).");
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    int rounds = runner.checksumRounds(runner.size(25, 14));
    int cores = runner.cores();
    int pages = Math.max(runner.size(20, 14), 4 * cores);
    CrawlTarget site = runner.site("flat:" + pages, "0ms");
    Setup one = Setup.of("1 thread", "threads", site, 1, rounds);
    Setup four = Setup.of("4 threads", "threads", site, 4, rounds);
    Setup threadACore = Setup.of("a thread a core", "threads", site, cores, rounds);
    Setup procs = Setup.of("a process a core", "procs", site, cores, rounds);
    Setup lockedOne = locked("1 thread, lock", "threads", site, 1, rounds);
    Setup lockedTwo = locked("2 threads, lock", "threads", site, 2, rounds);
    Setup lockedFour = locked("4 threads, lock", "threads", site, 4, rounds);
    Setup lockedEight = locked("8 threads, lock", "threads", site, 8, rounds);
    Setup lockedProcs = locked("a process a core, lock", "procs", site, cores, rounds);
    List<Setup> computing = List.of(one, four, threadACore, procs, lockedOne, lockedTwo, lockedFour, lockedEight, lockedProcs);
    Rounds computed = runner.measureRecorded(computing, runner.size(5, 2));

    CrawlTarget slow = runner.site("flat:" + IO_PAGES, runner.size(60, 20) + "ms");
    Setup oneWaiting = Setup.of("1 thread that waits", "threads", slow, 1, 1);
    Setup threads = Setup.of("10 threads that wait", "threads", slow, WIDTH, 1);
    Setup lockedThreads = locked("10 threads that wait, lock", "threads", slow, WIDTH, 1);
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
        List.of(computed.table(pages + " pages that compute", computing), waited.table("30 pages that wait", waiting)),
        List.of(computed.chart(pages + " pages that compute", computing), waited.chart("30 pages that wait", waiting)),
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
