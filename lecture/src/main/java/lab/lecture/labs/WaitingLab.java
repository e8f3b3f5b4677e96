package lab.lecture.labs;

import static lab.lecture.verdicts.Words.say;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import lab.lecture.bench.LabRunner;
import lab.lecture.bench.WaitingCrowd;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.LabChart;
import lab.lecture.verdicts.LabTable;
import lab.lecture.verdicts.Unit;

/** One more fetch that waits: how many bytes is it, and how much later are the others answered? By each design, and by its parts. */
final class WaitingLab implements Lab {
  /** What the client for threads reads into: one segment of okio's, and the array's head. */
  private static final double SEGMENT = 8_192 + 16;

  private static final List<String> DESIGNS = List.of("threads", "virtual", "loop");
  private static final List<String> PARTS = List.of("platform-thread", "used-thread", "virtual-thread", "socket", "channel");

  @Override
  public LabInfo info() {
    return LabInfo.of("waiting", 240, List.of());
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    Map<String, List<WaitingCrowd>> parts = new LinkedHashMap<>();
    int some = runner.size(5_000, 1_000);
    PARTS.forEach(part -> parts.put(part, measure(runner, part, List.of(some))));
    Map<String, List<WaitingCrowd>> crowds = new LinkedHashMap<>();
    for (String design : DESIGNS) {
      crowds.put(design, measure(runner, design, runner.isQuick() ? List.of(200, some) : counts(design)));
    }
    Map<String, Double> model = model(parts);
    return new LabOutcome(
        List.of(bytes(crowds, model), delays(crowds), partsTable(parts, some)),
        List.of(
            chart(say("waiting.bytes-chart"), Unit.COUNT, crowds, WaitingCrowd::bytes),
            chart(say("waiting.delay-chart"), Unit.MICROS, crowds, crowd -> crowd.each("answerMicros"))),
        List.of());
  }

  /** The last is as many as this system allows: a process id for each thread, and nine addresses' worth of files. */
  private static List<Integer> counts(String design) {
    return design.equals("threads") ? List.of(1_000, 10_000, mostThreads()) : List.of(1_000, 10_000, 90_000);
  }

  /** Three quarters of what all processes together may have; who takes all of them can't start anything any more. */
  static int mostThreads() {
    try {
      // Not readString: it reads a file that claims to be empty bit by bit, and the kernel gives no second bit.
      int ids = Integer.parseInt(Files.readAllLines(Path.of("/proc/sys/kernel/pid_max")).getFirst().strip());
      return Math.clamp(ids * 3L / 4_000 * 1_000, 10_000, 30_000);
    } catch (IOException e) {
      return 12_000; // not Linux
    }
  }

  private static List<WaitingCrowd> measure(LabRunner runner, String who, List<Integer> counts) {
    List<WaitingCrowd> crowds = new ArrayList<>();
    for (int count : counts) {
      runner.says(Unit.COUNT.text(count) + " × " + who);
      crowds.add(WaitingCrowd.measure(who, count));
    }
    return crowds;
  }

  /** What a fetch should take if it were nothing but its parts: a thread as large as fetching makes it, a socket, a buffer; or a channel. */
  private static Map<String, Double> model(Map<String, List<WaitingCrowd>> parts) {
    double socket = parts.get("socket").getFirst().bytes();
    return Map.of(
        "threads", parts.get("used-thread").getFirst().bytes() + socket + SEGMENT,
        "virtual", parts.get("virtual-thread").getFirst().bytes() + socket + SEGMENT,
        "loop", parts.get("channel").getFirst().bytes());
  }

  private static LabTable bytes(Map<String, List<WaitingCrowd>> crowds, Map<String, Double> model) {
    LabTable table = LabTable.of(say("waiting.bytes"),
        say("waiting.by"), say("waiting.at-once"), say("waiting.processes"), say("sleepers.threads"), say("waiting.outside"),
        say("waiting.continuation"), say("waiting.buffers"), say("waiting.objects"), say("waiting.all"), say("waiting.model"));
    crowds.forEach((design, ofDesign) -> ofDesign.forEach(crowd -> table.row(design, count(crowd.waiting()), crowd.processes().size(),
        count(crowd.processes().stream().mapToDouble(process -> process.get("threads")).sum()),
        count(crowd.each("outsideBytes")), count(crowd.each("continuationBytes")), count(crowd.each("bufferBytes")),
        count(crowd.each("objectBytes")), count(crowd.bytes()), count(model.get(design)))));
    return table;
  }

  private static LabTable delays(Map<String, List<WaitingCrowd>> crowds) {
    LabTable table = LabTable.of(say("waiting.delays"),
        say("waiting.by"), say("waiting.at-once"), say("waiting.until-wait"), say("waiting.until-answered"),
        say("waiting.before"), say("waiting.meanwhile"));
    crowds.forEach((design, ofDesign) -> ofDesign.forEach(crowd -> table.row(design, count(crowd.waiting()),
        Unit.MICROS.text(crowd.each("askMicros")), Unit.MICROS.text(crowd.each("answerMicros")),
        Unit.MICROS.text(crowd.each("pingMicros")), Unit.MICROS.text(crowd.each("pingAmidMicros")))));
    return table;
  }

  private static LabTable partsTable(Map<String, List<WaitingCrowd>> parts, int some) {
    LabTable table = LabTable.of(say("waiting.parts", Unit.COUNT.text(some)),
        say("waiting.part"), say("waiting.outside"), say("waiting.continuation"), say("waiting.buffers"),
        say("waiting.objects"), say("waiting.all"));
    parts.forEach((part, crowds) -> {
      WaitingCrowd crowd = crowds.getFirst();
      table.row(say("part." + part), count(crowd.each("outsideBytes")), count(crowd.each("continuationBytes")),
          count(crowd.each("bufferBytes")), count(crowd.each("objectBytes")), count(crowd.bytes()));
    });
    return table.row(say("part.segment"), 0, 0, count(SEGMENT), 0, count(SEGMENT));
  }

  private static String count(double value) {
    return Unit.COUNT.text(Math.rint(value));
  }

  /** A bar for each size: they differ in more than luck. */
  private static LabChart chart(
      String title, Unit unit, Map<String, List<WaitingCrowd>> crowds, ToDoubleFunction<WaitingCrowd> value) {
    LabChart chart = LabChart.of(title);
    crowds.forEach((design, ofDesign) -> ofDesign.forEach(crowd ->
        chart.bar(design + ", " + count(crowd.waiting()), Figure.of(design, unit, value.applyAsDouble(crowd)))));
    return chart;
  }
}
