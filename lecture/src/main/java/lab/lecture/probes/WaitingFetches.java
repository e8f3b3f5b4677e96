package lab.lecture.probes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.HttpUrl;

/**
 * What does one more fetch take that waits for its reply? Has many wait at the same time, looks, and has all of them answered at once. The
 * fetches are the crawlers' own ({@link Holding}); what is found again in the parts that they are made of can be measured in the same way:
 * threads that only wait, and sockets without a client.
 *
 * <p>To be run with a heap of a fixed size that is in RAM from the first ({@code -XX:+AlwaysPreTouch}): then what the process grows by lies
 * outside of the heap, and what the heap holds can be counted by itself.
 *
 * <p>Arguments: who waits, see {@link Holding}; how many; the {@link HoldingServer}'s last part of the address and its port; the same of the
 * server at which processes that measure at the same time meet, and how many they are. Figures: {@code
 * waiting}, how many did: fewer if the system refused; of each of them, in bytes, {@code outsideBytes} (stacks, the JVM's own), {@code
 * continuationBytes}, {@code bufferBytes} (byte arrays) and {@code objectBytes} (all other objects in the heap); {@code threads} of the
 * operating system that it grew by; {@code askMicros} and {@code answerMicros} of each, until all waited and until all had their replies;
 * {@code pingMicros} and {@code pingAmidMicros}, a fetch that is answered at once, before and while all wait.
 */
final class WaitingFetches implements Probe {
  private static final int WARM_UP = 300;
  private static final int PINGS = 300;
  private static final int AT_A_TIME = 500;
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  @Override
  public Map<String, Double> run(ProbeArguments arguments) throws Exception {
    String who = arguments.oneOf(0, "who", Holding.NAMES);
    int count = arguments.number(1, "count", 1_000, 30_000);
    String server = "http://127.0.0." + arguments.number(2, "address", 1, 254) + ":" + arguments.number(3, "port", 80, 65_535);
    try (Holding warmUp = Holding.of(who, server, WARM_UP)) {
      hold(warmUp, WARM_UP);
      median(warmUp);
      warmUp.release();
    }
    HttpUrl meeting = HttpUrl.get("http://127.0.0." + arguments.number(4, "address", 1, 254) + ":" + arguments.number(5, "port", 80, 65_535));
    int processes = arguments.number(6, "processes", 1, 100);
    try (Holding holding = Holding.of(who, server, count)) {
      return measure(holding, count, () -> holding.meet(meeting, processes));
    }
  }

  /** Waits for other processes that do the same. */
  @FunctionalInterface
  private interface Meeting {
    void await() throws Exception;
  }

  private static Map<String, Double> measure(Holding holding, int count, Meeting meeting) throws Exception {
    double ping = median(holding);
    HeapCount heapBefore = HeapCount.now();
    int threadsBefore = ThisProcess.osThreads();
    long rssBefore = ThisProcess.rssBytes();
    long begun = System.nanoTime();
    int waiting = hold(holding, count);
    double askMicros = (System.nanoTime() - begun) / 1e3 / waiting;
    meeting.await();
    HeapCount heap = HeapCount.now();
    long rss = ThisProcess.rssBytes();
    int threads = ThisProcess.osThreads();
    double pingAmid = median(holding);
    long released = System.nanoTime();
    holding.release();
    double answerMicros = (System.nanoTime() - released) / 1e3 / waiting;

    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("waiting", (double) waiting);
    figures.put("outsideBytes", (double) (rss - rssBefore) / waiting);
    figures.put("continuationBytes", (double) (heap.continuations() - heapBefore.continuations()) / waiting);
    figures.put("bufferBytes", (double) (heap.byteArrays() - heapBefore.byteArrays()) / waiting);
    figures.put("objectBytes", (double) (heap.others() - heapBefore.others()) / waiting);
    figures.put("threads", (double) (threads - threadsBefore));
    figures.put("askMicros", askMicros);
    figures.put("answerMicros", answerMicros);
    figures.put("pingMicros", ping);
    figures.put("pingAmidMicros", pingAmid);
    return figures;
  }

  /** A few at a time: a server's queue of connections that it hasn't accepted yet is short. Says how many wait in the end. */
  private static int hold(Holding holding, int count) throws Exception {
    int asked = 0;
    while (asked < count) {
      int more = holding.ask(Math.min(AT_A_TIME, count - asked));
      asked += more;
      awaitHeld(holding, asked);
      if (more < Math.min(AT_A_TIME, count - asked + more)) {
        return asked;
      }
    }
    return asked;
  }

  private static void awaitHeld(Holding holding, int asked) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (holding.held() < asked) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("of " + asked + " fetches only " + holding.held() + " wait after 60 s");
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  private static double median(Holding holding) throws Exception {
    List<Double> micros = new ArrayList<>();
    for (int i = 0; i < PINGS; i++) {
      CountDownLatch done = new CountDownLatch(1);
      long begun = System.nanoTime();
      holding.ping(done);
      done.await();
      micros.add((System.nanoTime() - begun) / 1e3);
    }
    return micros.stream().sorted().toList().get(PINGS / 2);
  }
}
