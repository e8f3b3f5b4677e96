package lab.lecture.labs;

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
    return new LabInfo(
        "bounds",
        "one thread: twice the work, or a tenth of the wait; and numbers to add up",
        70,
        List.of(1, 2, 4, 5),
        "one thread computes 20 ms a page and hardly waits: what if each page needs twice the work? Another one waits 80 ms a "
            + "page and hardly computes: what if the processor were half as fast, what if the network were ten times as fast? And "
            + "does it matter for adding up numbers how long the list is?",
        "nothing for one thread; but all cores share one memory, so that each gets less of it.");
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    int much = runner.checksumRounds(runner.size(20, 10));
    int little = runner.checksumRounds(1);
    CrawlTarget atOnce = runner.site("flat:" + PAGES, "0ms");
    CrawlTarget soon = runner.site("flat:" + PAGES, "1ms");
    Setup computing = Setup.of("computing", "sync", atOnce, 1, much);
    Setup twice = Setup.of("computing, twice the work", "sync", atOnce, 1, 2 * much);
    Setup later = Setup.of("computing, replies 1 ms later", "sync", soon, 1, much);
    List<Setup> computes = List.of(computing, twice, later);
    Rounds computed = runner.measure(computes, runner.size(5, 2));

    int millis = runner.size(80, 40);
    CrawlTarget slow = runner.site("flat:" + PAGES, millis + "ms");
    CrawlTarget fast = runner.site("flat:" + PAGES, millis / 10 + "ms");
    Setup waiting = Setup.of("waiting", "sync", slow, 1, little);
    Setup slowCpu = Setup.of("waiting, twice the work", "sync", slow, 1, 2 * little);
    Setup fastNet = Setup.of("waiting a tenth", "sync", fast, 1, little);
    List<Setup> waits = List.of(waiting, slowCpu, fastNet);
    Rounds waited = runner.measure(waits, runner.size(3, 2));

    Probes sums = Probes.run(runner, "adding up numbers", runner.size(5, 2), "array-sum", LIST_MEGABYTES, 5);
    Figure longToCached = sums.figure("uncachedToCached", "adding up a list of " + LIST_MEGABYTES + " MB ÷ one that fits the cache", Unit.TIMES);
    Figure sumSpeedUp = sums.figure("sumBestSpeedUp", "", Unit.TIMES);
    Figure checksumSpeedUp = sums.figure("checksumBestSpeedUp", "", Unit.TIMES);
    Measured measured = new Measured(
        computed.elapsedRatio(twice, computing),
        computed.elapsedRatio(later, computing),
        sums.figure("cachedWholeToHalf", "adding up twice as many numbers that fit the cache", Unit.TIMES),
        longToCached,
        sumSpeedUp.over(checksumSpeedUp, "speed-up of the long list's sum with a thread a core ÷ of checksums"),
        waited.elapsedRatio(slowCpu, waiting),
        waited.speedUp(fastNet, waiting));
    LabTable memory = LabTable.of("Adding up numbers", "what", "times")
        .row("twice as many, all in the cache: elapsed ÷ of half as many", measured.twiceTheNumbers)
        .row("as many, in a long list: elapsed ÷ of the same number in the cache", longToCached)
        .row("the long list, with a thread a core: speed-up", sumSpeedUp)
        .row("checksums, with a thread a core: speed-up", checksumSpeedUp);
    return new LabOutcome(
        List.of(computed.table("One thread that computes", computes), waited.table("One thread that waits", waits), memory),
        List.of(computed.chart("One thread that computes", computes), waited.chart("One thread that waits", waits)),
        decide(measured));
  }

  /**
   * The rules; the limits leave room between "twice as long" and "no longer". Where as many additions take longer only because the
   * list is longer, or where more cores gain less than they do with work that needs no memory, they wait for it.
   */
  static List<Finding> decide(Measured m) {
    return List.of(
        Finding.holdsIf(1, m.twiceTheWork.isBetween(1.4, 2.8, 1.2, 4), m.slowerRepliesWhileComputing.isBelow(1.3)),
        Finding.dependsIf(2, "how long the list is: one that fits the cache keeps the processor busy; a longer one makes it wait for"
            + " the memory, or its cores for each other there",
            m.twiceTheNumbers.isAbove(1.4),
            Statement.all(m.longToCached.isBelow(1.1, 1.3), m.sumsToChecksums.isAbove(0.95, 0.85))),
        Finding.holdsIf(4, m.twiceTheWorkWhileWaiting.isBelow(1.25, 1.4)),
        Finding.holdsIf(5, m.fasterReplies.isAbove(2, 1.5)));
  }
}
