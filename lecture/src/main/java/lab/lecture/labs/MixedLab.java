package lab.lecture.labs;

import static lab.lecture.verdicts.Words.say;

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
    return LabInfo.of("mixed", 35, List.of(17, 25, 27));
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    int width = 2 * runner.cores() + 1;
    int checksums = runner.checksumRounds(4);
    CrawlTarget site = runner.site("flat:" + Math.max(runner.size(PAGES, PAGES / 4), 8 * width), "12ms");
    Setup sync = Setup.of("sync", "sync", site, 1, checksums);
    Setup threads = Setup.of(say("setup.width", "threads", width), "threads", site, width, checksums);
    List<Setup> setups = List.of(sync, threads);
    Rounds rounds = runner.measureRecorded(setups, runner.size(5, 2));
    Measured measured = new Measured(
        Figure.of(say("figure.cores"), Unit.COUNT, runner.cores()),
        rounds.speedUp(threads, sync),
        rounds.utilisation(threads).over(rounds.utilisation(sync), say("figure.threads-to-sync")),
        rounds.seen(threads, say("mixed.at-work"), Unit.COUNT, TimelineFacts::mostAtWork),
        rounds.seen(threads, say("mixed.queued"), Unit.COUNT, TimelineFacts::mostQueued),
        rounds.seen(threads, say("mixed.thread-waits"), Unit.PERCENT,
            facts -> 100 * facts.meanShareWaiting()),
        rounds.seen(threads, say("mixed.none-computes"), Unit.PERCENT,
            facts -> 100 * facts.shareWithoutComputing()));
    LabTable inside = LabTable.of(say("mixed.inside", width), say("column.what"), say("mixed.figure"))
        .row(say("mixed.row-queued"), measured.mostQueued)
        .row(say("mixed.row-at-work"), measured.mostAtWork)
        .row(say("mixed.thread-waits"), measured.threadsIdle)
        .row(say("mixed.none-computes"), measured.programIdle);
    return new LabOutcome(
        List.of(rounds.table(say("mixed.pages"), setups), inside),
        List.of(rounds.chart(say("chart.elapsed"), setups)),
        decide(measured));
  }

  /** The rules. */
  static List<Finding> decide(Measured m) {
    return List.of(
        Finding.holdsIf(17, m.threadsSpeedUp.isAbove(1.5), m.utilisationGain.isAbove(1.5)),
        Finding.dependsIf(25, say("on.25"),
            m.mostAtWork.isAbove(m.cores.median()), m.mostQueued.isBelow(1)),
        Finding.dependsIf(27, say("on.27"),
            m.threadsIdle.isAbove(30), m.programIdle.isAbove(30)));
  }
}
