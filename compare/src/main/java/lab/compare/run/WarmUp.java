package lab.compare.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lab.compare.stats.SteadyState;
import lab.crawl.measure.RunRecord;

/**
 * How long a JVM crawls before it is measured: until it is in a steady state, or as often as one wishes.
 *
 * @param least so many crawls in any case
 * @param most no more crawls than these
 * @param longest after so long no crawl begins beyond the least
 */
public record WarmUp(int least, int most, Duration longest) {
  /**
   * Until the CPU time a crawl has levelled off, or for 20 crawls. The minute is for sites so slow that nobody would wait for that many:
   * a limit that a slow machine meets and a fast one doesn't would make their JVMs unequally warm.
   */
  public static final WarmUp UNTIL_STEADY = untilSteady(20, Duration.ofMinutes(1));

  /** Until the CPU time a crawl has levelled off, or for as many crawls or as long as given. */
  public static WarmUp untilSteady(int most, Duration longest) {
    return new WarmUp(0, most, longest);
  }

  /** A number of crawls, whatever they take. */
  public static WarmUp of(int crawls) {
    return new WarmUp(crawls, crawls, Duration.ZERO);
  }

  /** Crawls as often as is needed; the cold crawl is over by then. */
  public List<RunRecord> run(Supplier<RunRecord> crawl) {
    long end = System.nanoTime() + longest.toNanos();
    List<RunRecord> crawls = new ArrayList<>();
    SteadyState state = new SteadyState();
    while (crawls.size() < least || goesOn(state, end)) {
      RunRecord run = crawl.get();
      crawls.add(run);
      state.add(run.client().cpuMillis(), run.elapsedMillis());
    }
    return crawls;
  }

  /** Whether the CPU time of these crawls of one JVM has levelled off. */
  public static boolean isSteady(List<RunRecord> crawls) {
    SteadyState state = new SteadyState();
    crawls.forEach(run -> state.add(run.client().cpuMillis(), run.elapsedMillis()));
    return state.isReached();
  }

  private boolean goesOn(SteadyState state, long end) {
    return !state.isReached() && state.crawls() < most && System.nanoTime() - end < 0;
  }
}
