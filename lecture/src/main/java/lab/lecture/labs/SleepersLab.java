package lab.lecture.labs;

import static lab.lecture.verdicts.Words.say;

import java.util.List;
import lab.lecture.bench.LabRunner;
import lab.lecture.bench.Probes;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.LabTable;
import lab.lecture.verdicts.Unit;

/** How many threads can wait at the same time, and what each of them takes while it does. */
final class SleepersLab implements Lab {
  /** What the rule goes by. */
  record Measured(Figure cores, Figure platform, Figure virtual) {}

  @Override
  public LabInfo info() {
    return LabInfo.of("sleepers", 10, List.of(23));
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    int rounds = runner.size(2, 1);
    int platform = Math.max(runner.size(2_000, 500), 101 * runner.cores());
    int virtual = runner.size(100_000, 20_000);
    Probes few = Probes.run(runner, "platform threads", rounds, "sleepers", "platform", platform);
    Probes many = Probes.run(runner, "virtual threads", rounds, "sleepers", "virtual", virtual);
    Figure cores = Figure.of(say("figure.cores"), Unit.COUNT, runner.cores());
    Measured measured = new Measured(cores,
        few.figure("waiting", say("sleepers.platform"), Unit.COUNT),
        many.figure("waiting", say("sleepers.virtual"), Unit.COUNT));
    LabTable table = LabTable.of(say("sleepers.all", runner.cores()),
            say("sleepers.threads"), say("sleepers.asked"), say("sleepers.waiting"), say("column.os-threads"),
            say("sleepers.bytes"), say("sleepers.start"))
        .row(say("sleepers.row-platform"), platform, measured.platform, few.figure("osThreads", "", Unit.COUNT),
            few.figure("bytesPerThread", "", Unit.COUNT), few.figure("startMillis", "", Unit.MILLIS))
        .row(say("sleepers.row-virtual"), virtual, measured.virtual, many.figure("osThreads", "", Unit.COUNT),
            many.figure("bytesPerThread", "", Unit.COUNT), many.figure("startMillis", "", Unit.MILLIS));
    return new LabOutcome(List.of(table), List.of(), decide(measured));
  }

  /** The rule: "many more" is a hundred times as many as there are cores. */
  static List<Finding> decide(Measured m) {
    double manyMore = 100 * m.cores.median();
    return List.of(Finding.holdsIf(23, m.platform.isAbove(manyMore), m.virtual.isAbove(manyMore)));
  }
}
