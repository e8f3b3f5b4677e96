package lab.compare.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import lab.compare.stats.SteadyState;
import lab.crawl.measure.RunRecord;

/**
 * How long a JVM crawls before it is measured: until it is in a steady state, or as often as one wishes.
 *
 * @param exactly how often; empty: until it is steady, {@value #MOST_CRAWLS} times at most
 * @param longest after so long no further crawl begins, unless one wishes so many
 */
public record WarmUp(OptionalInt exactly, Duration longest) {
  private static final int MOST_CRAWLS = 40;

  /** Until the CPU time a crawl has levelled off, or for 35 s. */
  public static final WarmUp UNTIL_STEADY = untilSteady(Duration.ofSeconds(35));

  /** Until the CPU time a crawl has levelled off, or for as long as given. */
  public static WarmUp untilSteady(Duration longest) {
    return new WarmUp(OptionalInt.empty(), longest);
  }

  /** A number of crawls, whatever they take. */
  public static WarmUp of(int crawls) {
    return new WarmUp(OptionalInt.of(crawls), Duration.ZERO);
  }

  /** Crawls as often as is needed; the cold crawl is over by then. */
  public List<RunRecord> run(Supplier<RunRecord> crawl) {
    long end = System.nanoTime() + longest.toNanos();
    List<RunRecord> crawls = new ArrayList<>();
    SteadyState state = new SteadyState();
    while (exactly.isPresent() ? crawls.size() < exactly.getAsInt() : goesOn(state, end)) {
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

  private static boolean goesOn(SteadyState state, long end) {
    return !state.isReached() && state.crawls() < MOST_CRAWLS && System.nanoTime() - end < 0;
  }
}
