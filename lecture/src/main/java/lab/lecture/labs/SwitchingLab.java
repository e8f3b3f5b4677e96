package lab.lecture.labs;

import static lab.lecture.verdicts.Words.say;

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
    return LabInfo.of("switching", 15, List.of(26));
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    Figure platform = gap(runner, "platform", say("switching.beside"));
    Figure virtual = gap(runner, "virtual", say("switching.virtual"));
    Figure loop = gap(runner, "loop", say("switching.loop"));
    LabTable table = LabTable.of(say("switching.longest"), say("switching.whose"), say("switching.share"))
        .row(say("switching.row-platform"), platform)
        .row(say("switching.row-virtual"), virtual)
        .row(say("switching.row-loop"), loop);
    LabChart chart = LabChart.of(say("switching.longest"))
        .bar(say("switching.bar-platform"), platform).bar(say("switching.bar-virtual"), virtual).bar(say("switching.bar-loop"), loop);
    return new LabOutcome(List.of(table), List.of(chart), decide(new Measured(platform, loop)));
  }

  private static Figure gap(LabRunner runner, String who, String whose) {
    Probes probes = Probes.run(
        runner, "heartbeat " + whose, runner.size(3, 2), "heartbeat", who, runner.size(SPIN_MILLIS, SPIN_MILLIS / 2));
    return probes.figure("largestGapMillis", say("switching.longest-gap"), Unit.MILLIS)
        .over(probes.figure("spinMillis", say("switching.computing"), Unit.MILLIS), say("switching.gap", whose));
  }

  /** The rule: beside threads the heart goes on; on a loop it stops until the task is done. */
  static List<Finding> decide(Measured m) {
    return List.of(Finding.holdsIf(26, m.platformGap.isBelow(0.4, 0.8), m.loopGap.isAbove(0.9)));
  }
}
