package lab.compare.run;

import java.time.Duration;
import java.util.OptionalInt;
import lab.compare.stats.SteadyState;

/**
 * How long a JVM crawls before it is measured: until it is in a steady state, or as often as one wishes.
 *
 * @param exactly how often; empty: until it is steady, {@value #MOST_CRAWLS} times and {@value #MOST_SECONDS} s at most
 */
public record WarmUp(OptionalInt exactly) {
  private static final int MOST_CRAWLS = 40;
  private static final int MOST_SECONDS = 35;
  private static final Duration LONGEST = Duration.ofSeconds(MOST_SECONDS);

  /** Until the CPU time a crawl has levelled off. */
  public static final WarmUp UNTIL_STEADY = new WarmUp(OptionalInt.empty());

  /**
   * A number of crawls, whatever they take.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public static WarmUp of(int crawls) {
    if (crawls < 0) {
      throw new IllegalArgumentException("--warm-ups is " + crawls + " but must be 0 or more");
    }
    return new WarmUp(OptionalInt.of(crawls));
  }

  /**
   * Whether another crawl is needed.
   *
   * @param state of the crawls so far, the cold one not among them
   * @param elapsed how long they have taken
   */
  boolean goesOn(SteadyState state, Duration elapsed) {
    if (exactly.isPresent()) {
      return state.crawls() < exactly.getAsInt();
    }
    return !state.isReached() && state.crawls() < MOST_CRAWLS && elapsed.compareTo(LONGEST) < 0;
  }
}
