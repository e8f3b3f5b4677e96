package lab.lecture.labs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import lab.crawl.cli.CrawlTarget;
import lab.lecture.bench.LabRunner;
import lab.lecture.bench.Probes;
import lab.lecture.bench.Rounds;
import lab.lecture.bench.Setup;
import lab.lecture.probes.LockCosts;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.LabChart;
import lab.lecture.verdicts.LabTable;
import lab.lecture.verdicts.Unit;
import lab.lecture.wrong.WrongVariants;

/** What goes wrong without a lock, what goes wrong with the wrong one, and what the right one costs. */
final class RaceLab implements Lab {
  private static final int WIDTH = 8;

  /** What the rules go by: pages that the server was asked for again, increments that were lost, nanoseconds. */
  record Measured(
      Figure againUnlocked,
      Figure againLocked,
      Figure lostWithRightLock,
      Figure lostWithWrongLock,
      Figure uncontended,
      Figure contended) {}

  @Override
  public LabInfo info() {
    return new LabInfo(
        "race",
        "a crawler whose set of seen pages lacks its lock, on purpose; and what locks cost",
        60,
        List.of(20, 21, 22),
        "two threads ask: did anybody see this page yet? Both hear no, and both fetch it. How often will the server be asked for "
            + "the same page twice? Does a lock help if each thread takes another one? And what does a lock cost that nobody "
            + "else wants?",
        "races show more often, and a contended lock costs more.");
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    int crawls = runner.size(10, 3);
    CrawlTarget site = runner.site("hubs:" + runner.size(100, 60), "5ms");
    Setup none = Setup.of("no lock", WrongVariants.UNLOCKED, site, WIDTH);
    Setup own = Setup.of("each thread its own lock", WrongVariants.WRONG_LOCK, site, WIDTH);
    Setup shared = Setup.of("one lock for all", WrongVariants.RIGHT_LOCK, site, WIDTH);
    List<Setup> setups = List.of(none, own, shared);
    Rounds rounds = runner.measure(setups, crawls);
    Probes updates = Probes.run(runner, "a counter that threads share", runner.size(3, 1), "lost-updates");
    runner.says("what locks cost");
    Map<String, List<Double>> nanos = LockCosts.measure(runner.isQuick());

    Figure none1 = cost("without a lock", nanos.get("none"));
    Figure free = cost("with a lock that nobody else wants", nanos.get("monitorUncontended"));
    Figure fought = cost("with a lock that all cores want", nanos.get("monitorContended"));
    Measured measured = new Measured(
        all(again(rounds, none)), all(again(rounds, shared)),
        updates.figure("rightLost", "increments lost with one lock for all", Unit.COUNT),
        updates.figure("wrongLost", "increments lost with a lock each", Unit.COUNT),
        free.over(none1, "an increment with a free lock ÷ without one"),
        fought.over(none1, "an increment with a contended lock ÷ without one"));
    return new LabOutcome(
        List.of(fetchedTwice(rounds, setups), lost(updates, measured), costs(nanos)), List.of(chart(nanos)), decide(measured));
  }

  /** Requests that the server counted ÷ those that were needed is no whole number: the difference says it better. */
  private static Figure again(Rounds rounds, Setup setup) {
    return rounds.figure(setup, "pages asked for again", Unit.COUNT, run -> run.server().requests().orElseThrow() - run.outcome().pages());
  }

  /** Together, for a race need not show in each crawl. */
  private static Figure all(Figure again) {
    double sum = again.values().stream().mapToDouble(Double::doubleValue).sum();
    return Figure.of(again.name() + ", all crawls together", Unit.COUNT, sum);
  }

  private static Figure cost(String how, List<Double> nanos) {
    return new Figure("an increment " + how, Unit.NANOS, nanos);
  }

  private static LabTable fetchedTwice(Rounds rounds, List<Setup> setups) {
    LabTable table = LabTable.of("A crawl whose threads share the set of seen pages", "guarded by", "pages", "requests", "asked for again");
    for (Setup setup : setups) {
      Figure pages = rounds.figure(setup, "pages", Unit.COUNT, run -> run.outcome().pages());
      table.row(setup.label(), pages, rounds.requests(setup), again(rounds, setup));
    }
    return table;
  }

  private static LabTable lost(Probes updates, Measured measured) {
    return LabTable.of("A counter that threads share", "guarded by", "increments", "lost")
        .row("no lock", updates.figure("expected", "", Unit.COUNT), updates.figure("noneLost", "", Unit.COUNT))
        .row("each thread its own lock", updates.figure("expected", "", Unit.COUNT), measured.lostWithWrongLock)
        .row("one lock for all", updates.figure("expected", "", Unit.COUNT), measured.lostWithRightLock);
  }

  private static LabTable costs(Map<String, List<Double>> nanos) {
    LabTable table = LabTable.of("What one increment costs, by JMH; contended: by " + LockCosts.contenders() + " threads", "guarded by", "cost");
    nanos.forEach((how, values) -> table.row(spaced(how), cost(how, values)));
    return table;
  }

  private static LabChart chart(Map<String, List<Double>> nanos) {
    LabChart chart = LabChart.of("What one increment costs");
    nanos.forEach((how, values) -> chart.bar(spaced(how), cost(how, values)));
    return chart;
  }

  /** {@code monitorContended} as {@code monitor contended}. */
  private static String spaced(String camelCase) {
    return camelCase.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  /** The rules. A race that doesn't show proves nothing: then the claim stays undecided. */
  static List<Finding> decide(Measured m) {
    return List.of(
        Finding.holdsIf(20, m.againUnlocked.isAbove(0).orUnsure(), m.againLocked.is(0).orUnsure()),
        Finding.dependsIf(21, "whether all take the same one: with another lock on one path, updates are lost",
            m.lostWithRightLock.is(0).orUnsure(), m.lostWithWrongLock.is(0).noOrUnsure()),
        Finding.holdsIf(22, m.uncontended.isAbove(2), m.contended.isAbove(2)));
  }
}
