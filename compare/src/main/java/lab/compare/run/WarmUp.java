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
 * @param exactly how often; empty: until it is steady, {@value #MOST_CRAWLS} times and {@value #MOST_SECONDS} s at most
 */
public record WarmUp(OptionalInt exactly) {
  private static final int MOST_CRAWLS = 40;
  private static final int MOST_SECONDS = 35;

  /** Until the CPU time a crawl has levelled off. */
  public static final WarmUp UNTIL_STEADY = new WarmUp(OptionalInt.empty());

  /** A number of crawls, whatever they take. */
  public static WarmUp of(int crawls) {
    return new WarmUp(OptionalInt.of(crawls));
  }

  /** Crawls as often as is needed; the cold crawl is over by then. */
  List<RunRecord> run(Supplier<RunRecord> crawl) {
    long end = System.nanoTime() + Duration.ofSeconds(MOST_SECONDS).toNanos();
    List<RunRecord> crawls = new ArrayList<>();
    SteadyState state = new SteadyState();
    while (exactly.isPresent() ? crawls.size() < exactly.getAsInt() : goesOn(state, end)) {
      RunRecord run = crawl.get();
      crawls.add(run);
      state.add(run.client().cpuMillis(), run.elapsedMillis());
    }
    return crawls;
  }

  private static boolean goesOn(SteadyState state, long end) {
    return !state.isReached() && state.crawls() < MOST_CRAWLS && System.nanoTime() - end < 0;
  }
}
