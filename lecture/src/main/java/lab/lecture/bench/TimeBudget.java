package lab.lecture.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * How long a lab may go on with more than what is necessary.
 *
 * @param end until when
 */
record TimeBudget(Instant end) {
  /** Nothing that isn't necessary. */
  static final TimeBudget NONE = new TimeBudget(Instant.MIN);

  /** Whether there still is time, for one who may have half of what is left now: the rest is for the measurements to come. */
  BooleanSupplier half() {
    Instant now = Instant.now();
    if (!now.isBefore(end)) {
      return () -> false;
    }
    Instant half = now.plus(Duration.between(now, end).dividedBy(2));
    return () -> Instant.now().isBefore(half);
  }
}
