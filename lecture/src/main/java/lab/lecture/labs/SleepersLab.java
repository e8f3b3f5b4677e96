package lab.lecture.labs;

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
    return new LabInfo(
        "sleepers",
        "2,000 platform threads and 100,000 virtual ones, all waiting at the same time",
        10,
        List.of(23),
        "this machine has a few cores. Can 2,000 threads wait on it at the same time? Can 100,000 virtual ones? And how much "
            + "memory does each of them take?",
        "nothing: who waits needs no core.");
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    int rounds = runner.size(2, 1);
    int platform = Math.max(runner.size(2_000, 500), 101 * runner.cores());
    int virtual = runner.size(100_000, 20_000);
    Probes few = Probes.run(runner, "platform threads", rounds, "sleepers", "platform", platform);
    Probes many = Probes.run(runner, "virtual threads", rounds, "sleepers", "virtual", virtual);
    Figure cores = Figure.of("cores", Unit.COUNT, runner.cores());
    Measured measured = new Measured(cores,
        few.figure("waiting", "platform threads that wait at the same time", Unit.COUNT),
        many.figure("waiting", "virtual threads that wait at the same time", Unit.COUNT));
    LabTable table = LabTable.of("All of them waiting at the same time, on " + runner.cores() + " cores",
            "threads", "asked for", "waiting", "OS threads", "bytes a thread", "to start them")
        .row("platform", platform, measured.platform, few.figure("osThreads", "", Unit.COUNT),
            few.figure("bytesPerThread", "", Unit.COUNT), few.figure("startMillis", "", Unit.MILLIS))
        .row("virtual", virtual, measured.virtual, many.figure("osThreads", "", Unit.COUNT),
            many.figure("bytesPerThread", "", Unit.COUNT), many.figure("startMillis", "", Unit.MILLIS));
    return new LabOutcome(List.of(table), List.of(), decide(measured));
  }

  /** The rule: "many more" is a hundred times as many as there are cores. */
  static List<Finding> decide(Measured m) {
    double manyMore = 100 * m.cores.median();
    return List.of(Finding.holdsIf(23, m.platform.isAbove(manyMore), m.virtual.isAbove(manyMore)));
  }
}
