package lab.lecture.probes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * How many threads can wait at the same time, and what does each take? Starts some, all of which wait for one signal; looks at
 * the process while they all do; then gives the signal.
 *
 * <p>Arguments: {@code platform} or {@code virtual}; how many (2,000 or 100,000; at most 20,000 platform threads, for a machine
 * that has run out of them can't even start a shell, and 1,000,000 virtual ones). Figures: {@code asked}; {@code waiting}, how
 * many waited at once: fewer than asked if the operating system refused; {@code osThreads} then; {@code rssBeforeBytes}, {@code
 * rssBytes}, memory in RAM before the first was started and then; {@code startMillis}, from the start of the first until the last
 * waited; {@code bytesPerThread}, growth of that memory ÷ waiting (what grows meanwhile for other reasons is in it: it means
 * something for thousands; of a platform thread's stack, 1 MB by default, only what was touched is in RAM).
 */
final class Sleepers implements Probe {
  private static final int MOST_PLATFORM = 20_000;
  private static final int MOST_VIRTUAL = 1_000_000;

  @Override
  public Map<String, Double> run(ProbeArguments arguments) throws Exception {
    boolean virtual = arguments.oneOf(0, "kind", List.of("platform", "virtual")).equals("virtual");
    int asked = virtual
        ? arguments.number(1, "count", 100_000, MOST_VIRTUAL)
        : arguments.number(1, "count", 2_000, MOST_PLATFORM);
    return measure(virtual ? Thread.ofVirtual() : Thread.ofPlatform().daemon(), asked);
  }

  private static Map<String, Double> measure(Thread.Builder builder, int asked) throws InterruptedException {
    Semaphore arrived = new Semaphore(0);
    CountDownLatch signal = new CountDownLatch(1);
    // Looked at once before: looking takes memory, too.
    ThisProcess.rssBytes();
    long before = ThisProcess.rssBytes();
    long begun = System.nanoTime();
    int waiting = start(builder, asked, () -> sleep(arrived, signal));
    arrived.acquire(waiting);
    double startMillis = (System.nanoTime() - begun) / 1e6;
    long rss = ThisProcess.rssBytes();
    int osThreads = ThisProcess.osThreads();
    signal.countDown();

    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("asked", (double) asked);
    figures.put("waiting", (double) waiting);
    figures.put("osThreads", (double) osThreads);
    figures.put("rssBeforeBytes", (double) before);
    figures.put("rssBytes", (double) rss);
    figures.put("startMillis", startMillis);
    figures.put("bytesPerThread", (double) (rss - before) / waiting);
    return figures;
  }

  /** Starts as many as the operating system lets us, and says how many. */
  private static int start(Thread.Builder builder, int asked, Runnable task) {
    for (int started = 0; started < asked; started++) {
      try {
        builder.start(task);
      } catch (OutOfMemoryError e) {
        // "unable to create native thread": it says memory, and means any limit on threads.
        System.err.println(started + " threads are there, the next was refused: " + e.getMessage());
        return started;
      }
    }
    return asked;
  }

  /** Until the signal comes nobody passes: all that have arrived are alive at once. */
  private static void sleep(Semaphore arrived, CountDownLatch signal) {
    arrived.release();
    try {
      signal.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
