package lab.lecture.labs;

import static lab.lecture.verdicts.Words.say;

import java.util.List;
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
    return LabInfo.of("race", 60, List.of(20, 21, 22));
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    int crawls = runner.size(10, 3);
    CrawlTarget site = runner.site("hubs:" + runner.size(100, 60), "5ms");
    Setup none = Setup.of(say("race.no-lock"), WrongVariants.UNLOCKED, site, WIDTH);
    Setup own = Setup.of(say("race.own"), WrongVariants.WRONG_LOCK, site, WIDTH);
    Setup shared = Setup.of(say("race.shared"), WrongVariants.RIGHT_LOCK, site, WIDTH);
    List<Setup> setups = List.of(none, own, shared);
    Rounds rounds = runner.measure(setups, crawls);
    Probes updates = Probes.run(runner, "a counter that threads share", runner.size(3, 1), "lost-updates");
    runner.says("what locks cost");
    Map<String, List<Double>> nanos = LockCosts.measure(runner.isQuick());

    Figure none1 = cost(say("race.without"), nanos.get("none"));
    Figure free = cost(say("race.free"), nanos.get("monitorUncontended"));
    Figure fought = cost(say("race.fought"), nanos.get("monitorContended"));
    Measured measured = new Measured(
        all(again(rounds, none)), all(again(rounds, shared)),
        updates.figure("rightLost", say("race.right-lost"), Unit.COUNT),
        updates.figure("wrongLost", say("race.wrong-lost"), Unit.COUNT),
        free.over(none1, say("race.free-ratio")),
        fought.over(none1, say("race.fought-ratio")));
    return new LabOutcome(
        List.of(fetchedTwice(rounds, setups), lost(updates, measured), costs(nanos)), List.of(chart(nanos)), decide(measured));
  }

  /** Requests that the server counted ÷ those that were needed is no whole number: the difference says it better. */
  private static Figure again(Rounds rounds, Setup setup) {
    return rounds.figure(setup, say("race.again"), Unit.COUNT, run -> run.server().requests().orElseThrow() - run.outcome().pages());
  }

  /** Together, for a race need not show in each crawl. */
  private static Figure all(Figure again) {
    double sum = again.values().stream().mapToDouble(Double::doubleValue).sum();
    return Figure.of(say("race.together", again.name()), Unit.COUNT, sum);
  }

  private static Figure cost(String how, List<Double> nanos) {
    return new Figure(say("race.increment", how), Unit.NANOS, nanos);
  }

  private static LabTable fetchedTwice(Rounds rounds, List<Setup> setups) {
    LabTable table = LabTable.of(say("race.crawl"), say("race.guarded"), say("race.pages"), say("figure.requests"), say("race.asked-again"));
    for (Setup setup : setups) {
      Figure pages = rounds.figure(setup, say("race.pages"), Unit.COUNT, run -> run.outcome().pages());
      table.row(setup.label(), pages, rounds.requests(setup), again(rounds, setup));
    }
    return table;
  }

  private static LabTable lost(Probes updates, Measured measured) {
    return LabTable.of(say("race.counter"), say("race.guarded"), say("race.increments"), say("race.lost"))
        .row(say("race.no-lock"), updates.figure("expected", "", Unit.COUNT), updates.figure("noneLost", "", Unit.COUNT))
        .row(say("race.own"), updates.figure("expected", "", Unit.COUNT), measured.lostWithWrongLock)
        .row(say("race.shared"), updates.figure("expected", "", Unit.COUNT), measured.lostWithRightLock);
  }

  private static LabTable costs(Map<String, List<Double>> nanos) {
    LabTable table = LabTable.of(say("race.costs", LockCosts.contenders()), say("race.guarded"), say("column.cost"));
    nanos.forEach((how, values) -> table.row(say("race.way." + how), cost(how, values)));
    return table;
  }

  private static LabChart chart(Map<String, List<Double>> nanos) {
    LabChart chart = LabChart.of(say("race.cost-chart"));
    nanos.forEach((how, values) -> chart.bar(say("race.way." + how), cost(how, values)));
    return chart;
  }

  /** The rules. A race that doesn't show proves nothing: then the claim stays undecided. */
  static List<Finding> decide(Measured m) {
    return List.of(
        Finding.holdsIf(20, m.againUnlocked.isAbove(0).orUnsure(), m.againLocked.is(0).orUnsure()),
        Finding.dependsIf(21, say("on.21"),
            m.lostWithRightLock.is(0).orUnsure(), m.lostWithWrongLock.is(0).noOrUnsure()),
        Finding.holdsIf(22, m.uncontended.isAbove(2), m.contended.isAbove(2)));
  }
}
