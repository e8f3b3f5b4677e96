package lab.lecture.labs;

import static lab.lecture.verdicts.Words.say;

import java.util.List;
import java.util.Map;
import lab.lecture.bench.LabRunner;
import lab.lecture.bench.Probes;
import lab.lecture.probes.ProbeProcess;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.LabTable;
import lab.lecture.verdicts.Unit;

/** One static counter: eight threads of one process count on it, then eight processes. */
final class MemoryLab implements Lab {
  private static final int COUNTERS = 8;

  /** What the rules go by: what the counter says at the end. */
  record Measured(Figure inOneProcess, Figure inEachProcess) {}

  @Override
  public LabInfo info() {
    return LabInfo.of("memory", 10, List.of(14, 19));
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    Figure threads = Probes.run(runner, "eight threads", runner.size(3, 2), "static-counter", COUNTERS)
        .figure("counter", say("memory.after-threads"), Unit.COUNT);
    runner.says("eight processes");
    List<Map<String, Double>> processes = ProbeProcess.runTogether(COUNTERS, "static-counter", "1");
    Figure each = new Figure(say("memory.in-each"), Unit.COUNT,
        processes.stream().map(process -> process.get("counter")).toList());
    Measured measured = new Measured(threads, each);
    LabTable table = LabTable.of(say("memory.counter"), say("memory.who"), say("memory.end"))
        .row(say("memory.threads"), threads)
        .row(say("memory.processes"), each);
    return new LabOutcome(List.of(table), List.of(), decide(measured));
  }

  /** The rules. */
  static List<Finding> decide(Measured m) {
    return List.of(
        Finding.holdsIf(14, m.inEachProcess.is(1), m.inOneProcess.is(COUNTERS)),
        Finding.holdsIf(19, m.inOneProcess.is(COUNTERS)));
  }
}
