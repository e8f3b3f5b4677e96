package lab.compare.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a JVM is warm: its last five crawls used about as much CPU time as the five before. As long as that falls, the compiler is
 * still at work, and what is measured is the compiler as well (A. Georges, D. Buytaert and L. Eeckhout, "Statistically Rigorous Java
 * Performance Evaluation", OOPSLA 2007, section 3.3, has the idea). Five, because single crawls differ by more than that for other
 * reasons: the clock has steps of 10 ms, and a collection falls on one of them.
 */
public final class SteadyState {
  private static final int CRAWLS = 5;
  private static final double TOLERANCE = 0.05;

  /** Less than a step of the clock is no difference. */
  private static final double CLOCK_MILLIS = 10;

  private final List<Double> cpuMillis = new ArrayList<>();

  /** One more crawl has used so much CPU time. */
  public void add(double usedMillis) {
    cpuMillis.add(usedMillis);
  }

  /** How many crawls there were. */
  public int crawls() {
    return cpuMillis.size();
  }

  /** Whether the means of the last five and of the five before differ by less than 5 %, or by less than the clock can tell. */
  public boolean isReached() {
    int crawls = cpuMillis.size();
    if (crawls < 2 * CRAWLS) {
      return false;
    }
    double last = mean(cpuMillis.subList(crawls - CRAWLS, crawls));
    double before = mean(cpuMillis.subList(crawls - 2 * CRAWLS, crawls - CRAWLS));
    return Math.abs(last - before) < Math.max(TOLERANCE * before, CLOCK_MILLIS);
  }

  private static double mean(List<Double> millis) {
    return millis.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
