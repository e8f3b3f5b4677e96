package lab.lecture.labs;

import static lab.lecture.verdicts.Words.say;

import java.util.List;
import lab.crawl.cli.CrawlTarget;
import lab.lecture.bench.LabRunner;
import lab.lecture.bench.Probes;
import lab.lecture.bench.Rounds;
import lab.lecture.bench.Setup;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.LabTable;
import lab.lecture.verdicts.Statement;
import lab.lecture.verdicts.Unit;

/** What keeps one thread busy: the processor or the network? Change the one, then the other, and see what moves. */
final class BoundsLab implements Lab {
  private static final int PAGES = 20;
  /** More than the caches of most processors hold. */
  private static final int LIST_MEGABYTES = 512;

  /** What the rules go by. */
  record Measured(
      Figure twiceTheWork,
      Figure slowerRepliesWhileComputing,
      Figure twiceTheNumbers,
      Figure longToCached,
      Figure sumsToChecksums,
      Figure twiceTheWorkWhileWaiting,
      Figure fasterReplies) {}

  @Override
  public LabInfo info() {
    return LabInfo.of("bounds", 70, List.of(1, 2, 4, 5));
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    int much = runner.checksumRounds(runner.size(20, 10));
    int little = runner.checksumRounds(1);
    CrawlTarget atOnce = runner.site("flat:" + PAGES, "0ms");
    CrawlTarget soon = runner.site("flat:" + PAGES, "1ms");
    Setup computing = Setup.of(say("bounds.computing"), "sync", atOnce, 1, much);
    Setup twice = Setup.of(say("bounds.twice"), "sync", atOnce, 1, 2 * much);
    Setup later = Setup.of(say("bounds.later"), "sync", soon, 1, much);
    List<Setup> computes = List.of(computing, twice, later);
    Rounds computed = runner.measure(computes, runner.size(5, 2));

    int millis = runner.size(80, 40);
    CrawlTarget slow = runner.site("flat:" + PAGES, millis + "ms");
    CrawlTarget fast = runner.site("flat:" + PAGES, millis / 10 + "ms");
    Setup waiting = Setup.of(say("bounds.waiting"), "sync", slow, 1, little);
    Setup slowCpu = Setup.of(say("bounds.waiting-twice"), "sync", slow, 1, 2 * little);
    Setup fastNet = Setup.of(say("bounds.tenth"), "sync", fast, 1, little);
    List<Setup> waits = List.of(waiting, slowCpu, fastNet);
    Rounds waited = runner.measure(waits, runner.size(3, 2));

    Probes sums = Probes.run(runner, "adding up numbers", runner.size(5, 2), "array-sum", LIST_MEGABYTES, 5);
    Figure longToCached = sums.figure("uncachedToCached", say("bounds.long", LIST_MEGABYTES), Unit.TIMES);
    Figure sumSpeedUp = sums.figure("sumBestSpeedUp", "", Unit.TIMES);
    Figure checksumSpeedUp = sums.figure("checksumBestSpeedUp", "", Unit.TIMES);
    Measured measured = new Measured(
        computed.elapsedRatio(twice, computing),
        computed.elapsedRatio(later, computing),
        sums.figure("cachedWholeToHalf", say("bounds.numbers"), Unit.TIMES),
        longToCached,
        sumSpeedUp.over(checksumSpeedUp, say("bounds.sums")),
        waited.elapsedRatio(slowCpu, waiting),
        waited.speedUp(fastNet, waiting));
    LabTable memory = LabTable.of(say("bounds.adding"), say("column.what"), say("bounds.times"))
        .row(say("bounds.row-numbers"), measured.twiceTheNumbers)
        .row(say("bounds.row-long"), longToCached)
        .row(say("bounds.row-list"), sumSpeedUp)
        .row(say("bounds.row-checksums"), checksumSpeedUp);
    return new LabOutcome(
        List.of(computed.table(say("bounds.computes"), computes), waited.table(say("bounds.waits"), waits), memory),
        List.of(computed.chart(say("bounds.computes"), computes), waited.chart(say("bounds.waits"), waits)),
        decide(measured));
  }

  /**
   * The rules; the limits leave room between "twice as long" and "no longer". Where as many additions take longer only because the
   * list is longer, or where more cores gain less than they do with work that needs no memory, they wait for it.
   */
  static List<Finding> decide(Measured m) {
    return List.of(
        Finding.holdsIf(1, m.twiceTheWork.isBetween(1.4, 2.8, 1.2, 4), m.slowerRepliesWhileComputing.isBelow(1.3)),
        Finding.dependsIf(2, say("on.2"),
            m.twiceTheNumbers.isAbove(1.4),
            Statement.all(m.longToCached.isBelow(1.1, 1.3), m.sumsToChecksums.isAbove(0.95, 0.85))),
        Finding.holdsIf(4, m.twiceTheWorkWhileWaiting.isBelow(1.25, 1.4)),
        Finding.holdsIf(5, m.fasterReplies.isAbove(2, 1.5)));
  }
}
