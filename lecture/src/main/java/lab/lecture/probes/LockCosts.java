package lab.lecture.probes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures {@link LockCost}: what an increment costs without a lock, with one that is free, and with one that is fought for. */
public final class LockCosts {
  private static final List<String> BY_ONE = List.of("none", "monitor", "reentrantLock");
  private static final List<String> BY_ALL = List.of("monitor", "reentrantLock", "atomicLong", "longAdder");

  static {
    // Else a second lab on this machine would be refused, even another person's. It would spoil the figures, but so would
    // any other program.
    System.setProperty("jmh.ignoreLock", "true");
    // What JMH would find out by starting one more JVM each time; every JDK that this lab runs on has it.
    System.setProperty("jmh.blackhole.mode", "COMPILER");
  }

  private LockCosts() {}

  /**
   * Measures, each way in a fresh JVM of its own, and prints nothing. It takes about 15 s, most of them in measuring; about
   * 6 s if quick, most of them in starting JVMs, with figures that are good for a factor and no more. On a busy machine it
   * takes longer, and threads that take turns at one core hardly contend for anything.
   *
   * @return nanoseconds per increment as its thread sees it, one for each iteration, by {@code none},
   *     {@code monitorUncontended}, {@code reentrantLockUncontended} (one thread each), {@code monitorContended},
   *     {@code reentrantLockContended}, {@code atomicLongContended} and {@code longAdderContended}
   *     ({@link #contenders()} threads each), in this order
   */
  public static Map<String, List<Double>> measure(boolean quick) {
    Map<String, List<Double>> byOne = measure(BY_ONE, 1, quick);
    Map<String, List<Double>> byAll = measure(BY_ALL, contenders(), quick);
    Map<String, List<Double>> costs = new LinkedHashMap<>();
    BY_ONE.forEach(way -> costs.put(way.equals("none") ? way : way + "Uncontended", byOne.get(way)));
    BY_ALL.forEach(way -> costs.put(way + "Contended", byAll.get(way)));
    return costs;
  }

  /** How many threads fight for a contended lock: one for each core, and at least two. */
  public static int contenders() {
    return Math.max(2, Runtime.getRuntime().availableProcessors());
  }

  private static Map<String, List<Double>> measure(List<String> ways, int threads, boolean quick) {
    try {
      Map<String, List<Double>> nanos = new LinkedHashMap<>();
      for (RunResult result : run(ways, threads, quick)) {
        String method = result.getParams().getBenchmark();
        nanos.put(method.substring(method.lastIndexOf('.') + 1), nanos(result));
      }
      return nanos;
    } catch (RunnerException e) {
      throw new UncheckedIOException("what locks cost could not be measured: " + reason(e), new IOException(e));
    }
  }

  /** What went wrong in the measured JVMs; JMH hides it below a message that says only that something did. */
  private static String reason(RunnerException e) {
    Throwable[] inTheFork = e.getCause() == null ? new Throwable[0] : e.getCause().getSuppressed();
    return inTheFork.length == 0 ? e.getMessage() : inTheFork[0].toString();
  }

  private static Collection<RunResult> run(List<String> ways, int threads, boolean quick) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .threads(threads)
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.milliseconds(quick ? 70 : 150))
            .measurementIterations(quick ? 3 : 5)
            .measurementTime(TimeValue.milliseconds(quick ? 40 : 150))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    ways.forEach(way -> options.include("^" + LockCost.class.getName() + "\\." + way + "$"));
    return new Runner(options.build()).run();
  }

  private static List<Double> nanos(RunResult result) {
    return result.getBenchmarkResults().stream()
        .flatMap(fork -> fork.getIterationResults().stream())
        .map(iteration -> iteration.getPrimaryResult().getScore())
        .toList();
  }
}
