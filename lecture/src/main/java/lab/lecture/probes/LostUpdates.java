package lab.lecture.probes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * What happens to a shared counter without a lock, with the right one, and with the wrong one? Some threads add one to it, each
 * as often.
 *
 * <p>Arguments: threads (one for each core, at least 2), increments of each thread (2,000,000). Figures: {@code expected}, what
 * the counter should be at the end; {@code noneLost}, {@code rightLost}, {@code wrongLost}, how much less it was; {@code
 * threads}.
 */
final class LostUpdates implements Probe {
  private static final int GIVES_WAY_EVERY = 100_000;

  /**
   * Volatile, so that each increment really reads memory and writes it: of a plain field the compiler may make one addition
   * for the whole loop. It doesn't make the increment safe.
   */
  private volatile long counter;

  @Override
  public Map<String, Double> run(ProbeArguments arguments) throws Exception {
    int threads = arguments.number(0, "threads", Math.max(2, Runtime.getRuntime().availableProcessors()), 1000);
    int increments = arguments.number(1, "increments", 2_000_000);
    Object shared = new Object();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("expected", (double) threads * increments);
    figures.put("noneLost", lost(threads, increments, () -> this::increment));
    figures.put("rightLost", lost(threads, increments, () -> holding(shared)));
    // Each thread takes a lock, but another one than the others do: none ever waits.
    figures.put("wrongLost", lost(threads, increments, () -> holding(new Object())));
    figures.put("threads", (double) threads);
    return figures;
  }

  /** Has each thread ask how to increment, and do that as often as it is to. */
  private double lost(int threads, int increments, Supplier<IntConsumer> how) throws Exception {
    counter = 0;
    StartTogether.nanos(threads, number -> repeat(how.get(), increments));
    return (double) threads * increments - counter;
  }

  private static void repeat(IntConsumer increment, int times) {
    for (int time = 0; time < times; time++) {
      increment.accept(time);
    }
  }

  private IntConsumer holding(Object lock) {
    return time -> {
      synchronized (lock) {
        increment(time);
      }
    };
  }

  /**
   * What {@code counter++} is: a read, an addition and a write, and another thread's write may come between them. On two free
   * cores it does all the time. Now and then we give way right there, as the operating system may make us do anywhere: so that
   * it happens on a busy machine and on a single core, too.
   */
  private void increment(int time) {
    long read = counter;
    if (time % GIVES_WAY_EVERY == 0) {
      Thread.yield();
    }
    counter = read + 1;
  }
}
