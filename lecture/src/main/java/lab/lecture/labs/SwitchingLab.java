package lab.lecture.labs;

import java.util.List;
import lab.lecture.bench.LabRunner;
import lab.lecture.bench.Probes;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.LabChart;
import lab.lecture.verdicts.LabTable;
import lab.lecture.verdicts.Unit;

/** Who decides when it is another one's turn: a heartbeat while every core is kept busy, and while a loop is. */
final class SwitchingLab implements Lab {
  private static final int SPIN_MILLIS = 600;

  /** What the rule goes by: the longest time without a beat ÷ the time for which the others computed. */
  record Measured(Figure platformGap, Figure loopGap) {}

  @Override
  public LabInfo info() {
    return new LabInfo(
        "switching",
        "a heartbeat every 5 ms, while others keep every core busy, and while a task keeps the loop busy",
        15,
        List.of(26),
        "twice as many threads as there are cores do nothing but compute. Does a thread that wants to do a little every 5 ms "
            + "still get its turn? And a timer of an event loop, while one task computes on that loop? And a virtual thread?",
        "nothing: the spinners are as many as it takes.");
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    Figure platform = gap(runner, "platform", "beside computing platform threads");
    Figure virtual = gap(runner, "virtual", "of a virtual thread beside computing virtual threads");
    Figure loop = gap(runner, "loop", "of a timer on a loop that computes");
    LabTable table = LabTable.of("The longest time without a beat ÷ the time for which the others computed", "whose heartbeat", "share")
        .row("a platform thread's, beside platform threads on every core", platform)
        .row("a virtual thread's, beside virtual threads on every core", virtual)
        .row("a timer's, on a loop with a task that computes", loop);
    LabChart chart = LabChart.of("The longest time without a beat ÷ the time for which the others computed")
        .bar("platform threads", platform).bar("virtual threads", virtual).bar("one loop", loop);
    return new LabOutcome(List.of(table), List.of(chart), decide(new Measured(platform, loop)));
  }

  private static Figure gap(LabRunner runner, String who, String whose) {
    Probes probes = Probes.run(
        runner, "heartbeat " + whose, runner.size(3, 2), "heartbeat", who, runner.size(SPIN_MILLIS, SPIN_MILLIS / 2));
    return probes.figure("largestGapMillis", "longest gap", Unit.MILLIS)
        .over(probes.figure("spinMillis", "computing", Unit.MILLIS), "longest gap of a heartbeat " + whose + " ÷ their computing");
  }

  /** The rule: beside threads the heart goes on; on a loop it stops until the task is done. */
  static List<Finding> decide(Measured m) {
    return List.of(Finding.holdsIf(26, m.platformGap.isBelow(0.4, 0.8), m.loopGap.isAbove(0.9)));
  }
}
