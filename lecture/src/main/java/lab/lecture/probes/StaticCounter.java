package lab.lecture.probes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who shares a static variable? Each of some threads adds one to a counter of this JVM. Run it once with eight threads, and in
 * eight JVMs with one thread each.
 *
 * <p>Arguments: threads (1). Figures: {@code counter}, its value at the end; {@code threads}; {@code pid}, which process.
 */
final class StaticCounter implements Probe {
  private static final AtomicInteger COUNTER = new AtomicInteger();

  @Override
  public Map<String, Double> run(ProbeArguments arguments) throws Exception {
    int threads = arguments.number(0, "threads", 1, 1000);
    StartTogether.nanos(threads, number -> COUNTER.incrementAndGet());
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("counter", COUNTER.doubleValue());
    figures.put("threads", (double) threads);
    figures.put("pid", (double) ProcessHandle.current().pid());
    return figures;
  }
}
