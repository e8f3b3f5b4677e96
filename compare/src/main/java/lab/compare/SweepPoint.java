package lab.compare;

import java.util.Optional;
import lab.crawl.measure.RunRecord;

/**
 * One variant at one value of a sweep.
 *
 * @param value the swept option's value, as the crawl was told it
 * @param run its warm crawl
 */
record SweepPoint(String value, RunRecord run) {

  /** As measured. */
  double pagesPerSecond() {
    return 1000 * run.outcome().pages() / run.elapsedMillis();
  }

  /** What this design could reach at best, if that is known. */
  Optional<Double> boundPagesPerSecond() {
    return run.bound().millis().map(millis -> 1000 * run.outcome().pages() / millis);
  }
}
