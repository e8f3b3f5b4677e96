package lab.compare.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Whether a JVM is warm: its last three crawls used about the same CPU time. As long as that falls, the compiler is still at work, and
 * what is measured is the compiler as well (A. Georges, D. Buytaert and L. Eeckhout, "Statistically Rigorous Java Performance
 * Evaluation", OOPSLA 2007, section 3.3, with a rule of its own).
 */
public final class SteadyState {
  private static final int CRAWLS = 3;

  /** So much may the highest be above the lowest. */
  private static final double TOLERANCE = 0.05;

  /** The clock has steps of 10 ms, for program and kernel apart: less than two of them is no difference. */
  private static final double CLOCK_MILLIS = 20;

  private final List<Double> cpuMillis = new ArrayList<>();

  /** One more crawl has used so much CPU time. */
  public void add(double usedMillis) {
    cpuMillis.add(usedMillis);
  }

  /** How many crawls there were. */
  public int crawls() {
    return cpuMillis.size();
  }

  /** Whether the last three differ by less than 5 %, or by less than the clock can tell. */
  public boolean isReached() {
    if (cpuMillis.size() < CRAWLS) {
      return false;
    }
    List<Double> last = cpuMillis.subList(cpuMillis.size() - CRAWLS, cpuMillis.size());
    double lowest = Collections.min(last);
    return Collections.max(last) - lowest < Math.max(TOLERANCE * lowest, CLOCK_MILLIS);
  }
}
