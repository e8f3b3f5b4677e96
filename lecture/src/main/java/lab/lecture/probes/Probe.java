package lab.lecture.probes;

import java.util.Map;

/**
 * A small experiment that settles one question by figures: not about a crawl but about the ground that crawlers stand on,
 * threads, locks, memory. It runs in a JVM of its own ({@link ProbeProcess}), so that nothing that ran before decides it.
 *
 * <p>All threads that a probe starts are daemons or virtual: when it fails, its JVM ends.
 */
@FunctionalInterface
interface Probe {
  /**
   * Experiments once.
   *
   * @param arguments sizes mostly; each has a default
   * @return figures by name; a name has its unit in it, as {@code elapsedMillis}, if it isn't a plain count
   */
  Map<String, Double> run(ProbeArguments arguments) throws Exception;
}
