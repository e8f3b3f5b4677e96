package lab.lecture.probes;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Is a JVM one thread until the program starts some? This program starts none.
 *
 * <p>No arguments. Figures: {@code osThreads}, threads of this process as the operating system counts them (the collector's and
 * the compilers' are most of them); {@code javaThreads}, those that run Java code (the main thread and the library's own
 * helpers); {@code started}, those that the program started: 0; {@code cores}.
 */
final class JvmThreads implements Probe {
  @Override
  public Map<String, Double> run(ProbeArguments arguments) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("osThreads", (double) ThisProcess.osThreads());
    figures.put("javaThreads", (double) ManagementFactory.getThreadMXBean().getThreadCount());
    figures.put("started", 0.0);
    figures.put("cores", (double) Runtime.getRuntime().availableProcessors());
    return figures;
  }
}
