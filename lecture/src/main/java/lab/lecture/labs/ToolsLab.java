package lab.lecture.labs;

import static lab.lecture.verdicts.Words.say;

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
    return LabInfo.of("tools", 575, List.of());
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
    LabTable table = LabTable.of(say("tools.who"),
        Stream.concat(Stream.of(say("tools.fault")), Arrays.stream(Tool.values()).map(Tool::words)).toArray(String[]::new));
    finds.forEach((fault, row) -> table.row(fault.words(), row.values().stream().map(Find::cell).toArray()));
    return table;
  }

  /** In the tools' own words, or why they can't be asked. */
  private static LabTable words(Map<Fault, Map<Tool, Find>> finds) {
    LabTable table = LabTable.of(say("tools.words"), say("tools.fault"), say("tools.tool"), say("tools.told"));
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
    LabChart chart = LabChart.of(say("tools.found", faults));
    for (Tool tool : Tool.values()) {
      long found = finds.entrySet().stream().filter(row -> row.getKey() != Fault.NONE && row.getValue().get(tool).hasFound()).count();
      chart.bar(tool.words(), Figure.of(tool.words(), Unit.COUNT, found));
    }
    return chart;
  }
}
