package lab.lecture.probes;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import lab.crawl.Body;
import lab.crawl.stage.Checksum;

/**
 * Is summing a list bound by the processor? Sums an array that no cache holds, by one thread and by one for each core; and
 * beside it, as work that surely is, computes the crawl's checksum in the same two ways: over a quarter as many bytes, but
 * always the same 16 kB, which stay in the cache. However many threads, they share the same work. And one thread makes as many
 * additions once more, but over and over of the same 16 kB, and half as many.
 *
 * <p>Arguments: size of the array in MB (256), repetitions (9). Figures, medians of the repetitions: {@code sum1Millis}, {@code
 * sumNMillis}, {@code checksum1Millis}, {@code checksumNMillis}; {@code sumSpeedUp}, {@code checksumSpeedUp}, the first ÷ the
 * second; {@code sumBestSpeedUp}, {@code checksumBestSpeedUp}, the same of the quickest repetitions, which other programs
 * disturb least; {@code sumNCoresUsed}, {@code checksumNCoresUsed}, CPU time ÷ time of all threads' runs: if that of the
 * checksum is near 1, other programs had the cores, and the speed-ups say nothing; {@code oneThreadGigabytesPerSecond} and
 * {@code gigabytesPerSecond}, what one thread and all read of the array (10⁹ bytes); {@code cachedMillis}, of the additions
 * within the cache, and of the quickest repetitions {@code uncachedToCached}, the same number of additions in the array ÷ in
 * the cache, and {@code cachedWholeToHalf}, all of those ÷ half of them; {@code cores}.
 */
final class ArraySum implements Probe {
  private static final int WARM_UPS = 2;
  private static final int SLICE = 1 << 16;
  private static final int CACHED = (16 << 10) / Long.BYTES;
  private static final byte[] BODY = new byte[16 << 10];
  private static final int SUMMED_TO_CHECKSUMMED = 4;

  private final int cores = Runtime.getRuntime().availableProcessors();

  @Override
  public Map<String, Double> run(ProbeArguments arguments) throws Exception {
    // An array has fewer than 2³¹ elements.
    int megabytes = arguments.number(0, "megabytes", 256, 16_000);
    int repetitions = arguments.number(1, "repetitions", 9, 1000);
    long[] array = new long[megabytes * (1_000_000 / Long.BYTES)];
    Arrays.setAll(array, index -> index);
    int rounds = Math.max(cores, (int) ((long) array.length * Long.BYTES / SUMMED_TO_CHECKSUMMED / BODY.length));

    Times sum1 = new Times();
    Times sumN = new Times();
    Times checksum1 = new Times();
    Times checksumN = new Times();
    Times cached = new Times();
    Times cachedHalf = new Times();
    // In turn, so that whatever drifts on the machine falls on all alike.
    for (int i = 0; i < WARM_UPS + repetitions; i++) {
      sum1.add(() -> sumNanos(array, 1));
      sumN.add(() -> sumNanos(array, cores));
      checksum1.add(() -> checksumNanos(rounds, 1));
      checksumN.add(() -> checksumNanos(rounds, cores));
      cached.add(() -> cachedNanos(array, array.length / CACHED));
      cachedHalf.add(() -> cachedNanos(array, array.length / CACHED / 2));
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    put("sum", sum1, sumN, figures);
    put("checksum", checksum1, checksumN, figures);
    // MB a millisecond are GB a second.
    figures.put("oneThreadGigabytesPerSecond", megabytes / sum1.median());
    figures.put("gigabytesPerSecond", megabytes / sumN.median());
    figures.put("cachedMillis", cached.median());
    figures.put("uncachedToCached", sum1.best() / cached.best());
    figures.put("cachedWholeToHalf", cached.best() / cachedHalf.best());
    figures.put("cores", (double) cores);
    return figures;
  }

  private static void put(String work, Times byOne, Times byAll, Map<String, Double> figures) {
    figures.put(work + "1Millis", byOne.median());
    figures.put(work + "NMillis", byAll.median());
    figures.put(work + "SpeedUp", byOne.median() / byAll.median());
    figures.put(work + "BestSpeedUp", byOne.best() / byAll.best());
    figures.put(work + "NCoresUsed", byAll.coresUsed());
  }

  private static long sumNanos(long[] array, int threads) throws Exception {
    AtomicLong total = new AtomicLong();
    long nanos = StartTogether.nanos(threads, number ->
        total.addAndGet(sum(array, share(array.length, number, threads), share(array.length, number + 1, threads))));
    long expected = (long) array.length * (array.length - 1) / 2;
    if (total.get() != expected) {
      throw new IllegalStateException(threads + " threads summed to " + total + ", not " + expected);
    }
    return nanos;
  }

  /** Where a thread's share begins: the threads' shares are equal but for one element. */
  private static int share(int length, int number, int threads) {
    return (int) ((long) length * number / threads);
  }

  /** Slice by slice: a method that is called often is compiled better than one that loops long. */
  private static long sum(long[] array, int from, int to) {
    long sum = 0;
    for (int begin = from; begin < to; begin += SLICE) {
      sum += sumOfSlice(array, begin, Math.min(to, begin + SLICE));
    }
    return sum;
  }

  private static long sumOfSlice(long[] array, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += array[i];
    }
    return sum;
  }

  private static long cachedNanos(long[] array, int times) throws Exception {
    long expected = (long) times * CACHED * (CACHED - 1) / 2;
    return StartTogether.nanos(1, _ -> {
      long sum = 0;
      for (int i = 0; i < times; i++) {
        sum += sumOfSlice(array, 0, CACHED);
      }
      if (sum != expected) {
        throw new IllegalStateException("the cached part summed to " + sum + ", not " + expected);
      }
    });
  }

  private static long checksumNanos(int rounds, int threads) throws Exception {
    return StartTogether.nanos(threads, number -> checksum(share(rounds, number + 1, threads) - share(rounds, number, threads)));
  }

  private static void checksum(int rounds) {
    // Asked for its length, so that the compiler can't leave the work out.
    if (Checksum.of(Body.of(BODY), rounds).isEmpty()) {
      throw new IllegalStateException("a checksum has 64 digits");
    }
  }

  /** All repetitions of one kind of work; the first ones, which the compiler still took part in, don't count. */
  private static final class Times {
    private static final OperatingSystemMXBean SYSTEM =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final List<Double> millis = new ArrayList<>();
    private final List<Double> cores = new ArrayList<>();

    /** Has the work done once more, which says for itself how many nanoseconds it took. */
    void add(Callable<Long> work) throws Exception {
      long before = SYSTEM.getProcessCpuTime();
      long nanos = work.call();
      millis.add(nanos / 1e6);
      cores.add((double) (SYSTEM.getProcessCpuTime() - before) / nanos);
    }

    double best() {
      return counted(millis).getFirst();
    }

    double median() {
      return median(counted(millis));
    }

    /** CPU time ÷ time: the mean, for the JVM may count CPU time in steps of 10 ms. */
    double coresUsed() {
      return counted(cores).stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double median(List<Double> sorted) {
      return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    private static List<Double> counted(List<Double> repetitions) {
      return repetitions.stream().skip(WARM_UPS).sorted().toList();
    }
  }
}
