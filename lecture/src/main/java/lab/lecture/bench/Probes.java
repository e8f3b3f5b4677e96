package lab.lecture.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lab.lecture.probes.ProbeProcess;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.Unit;

/** What a probe gave, each time in a fresh JVM of its own. */
public final class Probes {
  private final List<Map<String, Double>> answers;

  private Probes(List<Map<String, Double>> answers) {
    this.answers = answers;
  }

  /** Runs a probe as often as there are rounds. */
  public static Probes run(LabRunner runner, String what, int rounds, String probe, Object... arguments) {
    String[] words = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
    return new Probes(runner.measure(what, rounds, () -> ProbeProcess.run(probe, words)));
  }

  /**
   * One figure of each round.
   *
   * @param key what the probe calls it
   */
  public Figure figure(String key, String name, Unit unit) {
    return new Figure(name, unit, answers.stream().map(answer -> answer.get(key)).toList());
  }
}
