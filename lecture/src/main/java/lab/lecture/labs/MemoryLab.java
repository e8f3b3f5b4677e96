package lab.lecture.labs;

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
    return new LabInfo(
        "memory",
        "one static counter: what eight threads make of it, and what eight processes do",
        10,
        List.of(14, 19),
        "a static variable begins at 0. Eight threads add 1 each: what does it say in the end? Eight processes of the same "
            + "program add 1 each: what does it say in each of them?",
        "nothing.");
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    Figure threads = Probes.run(runner, "eight threads", runner.size(3, 2), "static-counter", COUNTERS)
        .figure("counter", "the counter after eight threads of one process", Unit.COUNT);
    runner.says("eight processes");
    List<Map<String, Double>> processes = ProbeProcess.runTogether(COUNTERS, "static-counter", "1");
    Figure each = new Figure("the counter in each of eight processes", Unit.COUNT,
        processes.stream().map(process -> process.get("counter")).toList());
    Measured measured = new Measured(threads, each);
    LabTable table = LabTable.of("A static counter, to which eight add 1", "who", "what it says in the end")
        .row("eight threads of one process", threads)
        .row("eight processes, in each of them", each);
    return new LabOutcome(List.of(table), List.of(), decide(measured));
  }

  /** The rules. */
  static List<Finding> decide(Measured m) {
    return List.of(
        Finding.holdsIf(14, m.inEachProcess.is(1), m.inOneProcess.is(COUNTERS)),
        Finding.holdsIf(19, m.inOneProcess.is(COUNTERS)));
  }
}
