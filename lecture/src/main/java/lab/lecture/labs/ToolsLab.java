package lab.lecture.labs;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lab.lecture.bench.LabRunner;
import lab.lecture.faults.Fault;
import lab.lecture.tools.Find;
import lab.lecture.tools.Tool;
import lab.lecture.tools.ToolJvm;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.LabChart;
import lab.lecture.verdicts.LabTable;
import lab.lecture.verdicts.Unit;

/** The usual faults of concurrent programs, and the tools that are said to find them: which one finds which? */
final class ToolsLab implements Lab {
  private static final List<Fault> FEW = List.of(Fault.NOT_ATOMIC, Fault.LOST_WAKE_UP, Fault.NONE);

  @Override
  public LabInfo info() {
    return new LabInfo(
        "tools",
        "twelve faults of concurrent crawlers against eight tools: which one finds which?",
        480,
        List.of(),
        "a crawler has one fault that shows by luck only. Which do a thousand runs find? Which does a test kit, a stress test, a model "
            + "checker, a thread dump, a checker of sources, a rule about classes? And which of them accuses a crawler that is right?",
        "jcstress could let three threads meet, and plain runs would find more.");
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    List<Fault> faults = runner.isQuick() ? FEW : List.of(Fault.values());
    Map<Fault, Map<Tool, Find>> finds = new EnumMap<>(Fault.class);
    ToolJvm jvm = ToolJvm.in(runner.folder());
    for (Fault fault : faults) {
      Map<Tool, Find> row = new EnumMap<>(Tool.class);
      for (Tool tool : Tool.values()) {
        runner.says(tool.words() + ": " + fault.words());
        Find find = jvm.ask(tool, fault);
        if (find.answer() == Find.Answer.FAILED) {
          runner.failed(tool.words() + " about " + fault.words() + ": " + find.told());
        }
        row.put(tool, find);
      }
      finds.put(fault, row);
    }
    return new LabOutcome(List.of(who(finds), words(finds)), List.of(chart(finds)), List.of());
  }

  private static LabTable who(Map<Fault, Map<Tool, Find>> finds) {
    LabTable table = LabTable.of("Who finds what, and after how much; – can't be asked",
        Stream.concat(Stream.of("fault"), Arrays.stream(Tool.values()).map(Tool::words)).toArray(String[]::new));
    finds.forEach((fault, row) -> table.row(fault.words(), row.values().stream().map(Find::cell).toArray()));
    return table;
  }

  /** In the tools' own words, or why they can't be asked. */
  private static LabTable words(Map<Fault, Map<Tool, Find>> finds) {
    LabTable table = LabTable.of("What each told, in its own words", "fault", "tool", "what it told");
    finds.forEach((fault, row) -> row.forEach((tool, find) -> {
      if (!find.told().isBlank()) {
        table.row(fault.words(), tool.words(), find.shortened());
      }
    }));
    return table;
  }

  /** The control isn't counted: whoever finds something there has found nothing. */
  private static LabChart chart(Map<Fault, Map<Tool, Find>> finds) {
    int faults = (int) finds.keySet().stream().filter(fault -> fault != Fault.NONE).count();
    LabChart chart = LabChart.of("How many of " + faults + " faults it found");
    for (Tool tool : Tool.values()) {
      long found = finds.entrySet().stream().filter(row -> row.getKey() != Fault.NONE && row.getValue().get(tool).hasFound()).count();
      chart.bar(tool.words(), Figure.of(tool.words(), Unit.COUNT, found));
    }
    return chart;
  }
}
