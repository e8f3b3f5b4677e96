package lab.lecture.labs;

import java.util.List;
import lab.crawl.cli.CrawlTarget;
import lab.lecture.bench.LabRunner;
import lab.lecture.bench.Rounds;
import lab.lecture.bench.Setup;
import lab.lecture.bench.TimelineFacts;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.LabTable;
import lab.lecture.verdicts.Unit;

/** Pages that wait and compute: what the processor does while threads wait, and who decides which thread goes on. */
final class MixedLab implements Lab {
  private static final int PAGES = 160;

  /** What the rules go by. */
  record Measured(
      Figure cores,
      Figure threadsSpeedUp,
      Figure utilisationGain,
      Figure mostAtWork,
      Figure mostQueued,
      Figure threadsIdle,
      Figure programIdle) {}

  @Override
  public LabInfo info() {
    return new LabInfo(
        "mixed",
        "pages that wait 12 ms and compute 4 ms: one thread, and more threads than cores",
        35,
        List.of(17, 25, 27),
        "a few threads have many more pages to get than they are. Where are the other pages meanwhile: does the operating "
            + "system know of them? And while each thread waits most of its time, does the program?",
        "with enough cores nobody waits for one, and the operating system has less to decide.");
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    int width = 2 * runner.cores() + 1;
    int checksums = runner.checksumRounds(4);
    CrawlTarget site = runner.site("flat:" + Math.max(runner.size(PAGES, PAGES / 4), 8 * width), "12ms");
    Setup sync = Setup.of("sync", "sync", site, 1, checksums);
    Setup threads = Setup.of("threads, width " + width, "threads", site, width, checksums);
    List<Setup> setups = List.of(sync, threads);
    Rounds rounds = runner.measureRecorded(setups, runner.size(5, 2));
    Measured measured = new Measured(
        Figure.of("cores", Unit.COUNT, runner.cores()),
        rounds.speedUp(threads, sync),
        rounds.utilisation(threads).over(rounds.utilisation(sync), "threads' utilisation ÷ sync's"),
        rounds.seen(threads, "threads that have a page at the same time", Unit.COUNT, TimelineFacts::mostAtWork),
        rounds.seen(threads, "pages that wait for a thread at the same time", Unit.COUNT, TimelineFacts::mostQueued),
        rounds.seen(threads, "share of its time in which a thread waits for the network", Unit.PERCENT,
            facts -> 100 * facts.meanShareWaiting()),
        rounds.seen(threads, "share of the time in which no thread computes", Unit.PERCENT,
            facts -> 100 * facts.shareWithoutComputing()));
    LabTable inside = LabTable.of("Inside the crawl with " + width + " threads, from its timeline", "what", "figure")
        .row("pages that wait for a thread, at most", measured.mostQueued)
        .row("threads that have a page at the same time, at most", measured.mostAtWork)
        .row("share of its time in which a thread waits for the network", measured.threadsIdle)
        .row("share of the time in which no thread computes", measured.programIdle);
    return new LabOutcome(
        List.of(rounds.table("Pages that wait and compute", setups), inside),
        List.of(rounds.chart("Elapsed", setups)),
        decide(measured));
  }

  /** The rules. */
  static List<Finding> decide(Measured m) {
    return List.of(
        Finding.holdsIf(17, m.threadsSpeedUp.isAbove(1.5), m.utilisationGain.isAbove(1.5)),
        Finding.dependsIf(25, "which pool is meant: the system shares out cores among threads, but pages wait in the frontier, a queue of Java's",
            m.mostAtWork.isAbove(m.cores.median()), m.mostQueued.isBelow(1)),
        Finding.dependsIf(27, "whom one looks at: each thread waits, the program as a whole does not",
            m.threadsIdle.isAbove(30), m.programIdle.isAbove(30)));
  }
}
