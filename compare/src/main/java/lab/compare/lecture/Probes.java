package lab.compare.lecture;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lab.compare.probe.ProbeProcess;

/** What a probe gave, each time in a fresh JVM of its own. */
final class Probes {
  private final List<Map<String, Double>> answers;

  private Probes(List<Map<String, Double>> answers) {
    this.answers = answers;
  }

  /** Runs a probe as often as there are rounds. */
  static Probes run(Bench bench, String what, int rounds, String probe, Object... arguments) {
    String[] words = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
    return new Probes(bench.measure(what, rounds, () -> ProbeProcess.run(probe, words)));
  }

  /**
   * One figure of each round.
   *
   * @param key what the probe calls it
   */
  Figure figure(String key, String name, Unit unit) {
    return new Figure(name, unit, answers.stream().map(answer -> answer.get(key)).toList());
  }
}
