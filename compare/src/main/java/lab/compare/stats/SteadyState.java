package lab.compare.stats;

import java.util.ArrayList;
import java.util.List;
import lab.crawl.measure.CpuTimes;

/**
 * Whether a JVM is warm: its last five crawls used about as much CPU time as the five before. As long as that falls, the compiler is
 * still at work, and what is measured is the compiler as well (A. Georges, D. Buytaert and L. Eeckhout, "Statistically Rigorous Java
 * Performance Evaluation", OOPSLA 2007, section 3.3, has the idea). Five, because single crawls differ by more than that for other
 * reasons: the clock has steps of 10 ms, and a collection falls on one of them. A difference that is small beside the elapsed time is
 * small enough: it can't change that by more.
 */
public final class SteadyState {
  private static final int CRAWLS = 5;
  private static final double TOLERANCE = 0.05;

  private final List<Double> cpuMillis = new ArrayList<>();
  private final List<Double> elapsedMillis = new ArrayList<>();

  /** One more crawl has used so much CPU time, and taken so long. */
  public void add(double usedMillis, double tookMillis) {
    cpuMillis.add(usedMillis);
    elapsedMillis.add(tookMillis);
  }

  /** How many crawls there were. */
  public int crawls() {
    return cpuMillis.size();
  }

  /** Whether the means of the last five and of the five before differ by less than 5 %, or by less than the clock can tell. */
  public boolean isReached() {
    if (crawls() < 2 * CRAWLS) {
      return false;
    }
    double before = mean(cpuMillis, CRAWLS);
    double tolerance = Math.max(TOLERANCE * Math.max(before, mean(elapsedMillis, 0)), CpuTimes.MILLIS_PER_TICK);
    return Math.abs(mean(cpuMillis, 0) - before) < tolerance;
  }

  /** Of five crawls, but for some that came after them. */
  private static double mean(List<Double> millis, int later) {
    int end = millis.size() - later;
    return millis.subList(end - CRAWLS, end).stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
