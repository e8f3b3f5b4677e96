package lab.compare.probe;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What happens to a shared counter without a lock, with the right one, and with the wrong one? Some threads add one to it, each
 * as often.
 *
 * <p>Arguments: threads (one for each core, at least 2), increments of each thread (2,000,000). Figures: {@code expected}, what
 * the counter should be at the end; {@code noneLost}, {@code rightLost}, {@code wrongLost}, how much less it was; {@code
 * threads}; {@code noneMillis}, {@code rightMillis}, {@code wrongMillis}, how long it took.
 */
final class LostUpdates implements Probe {
  /**
   * Volatile, so that each increment really reads memory and writes it: of a plain field the compiler may make one addition
   * for the whole loop. It doesn't make the increment safe: that is still a read, an addition and a write, and another
   * thread's write may come between them.
   */
  private volatile long counter;

  @Override
  public Map<String, Double> run(ProbeArguments arguments) throws Exception {
    int threads = arguments.number(0, "threads", Math.max(2, Runtime.getRuntime().availableProcessors()), 1000);
    int increments = arguments.number(1, "increments", 2_000_000);
    Object shared = new Object();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("expected", (double) threads * increments);
    figures.put("threads", (double) threads);
    measure("none", threads, increments, number -> this::increment, figures);
    measure("right", threads, increments, number -> holding(shared), figures);
    // Each thread takes a lock, and never waits for it: it is nobody else's.
    measure("wrong", threads, increments, number -> holding(new Object()), figures);
    return figures;
  }

  private interface Way {
    /** The increment as this thread does it. */
    Runnable of(int thread);
  }

  private void measure(String name, int threads, int increments, Way way, Map<String, Double> figures) throws Exception {
    counter = 0;
    long nanos = Team.nanos(threads, number -> repeat(way.of(number), increments));
    figures.put(name + "Lost", (double) ((long) threads * increments - counter));
    figures.put(name + "Millis", nanos / 1e6);
  }

  private static void repeat(Runnable increment, int times) {
    for (int i = 0; i < times; i++) {
      increment.run();
    }
  }

  private Runnable holding(Object lock) {
    return () -> {
      synchronized (lock) {
        increment();
      }
    };
  }

  private void increment() {
    counter++;
  }
}
