package lab.compare.run;

import java.util.Optional;
import lab.crawl.measure.RunRecord;

/**
 * One variant at one value of a sweep.
 *
 * @param value the swept option's value, as the crawl was told it
 * @param seed where that crawl began: a sweep that goes on may find the practice site on another port
 * @param run its warm crawl
 */
public record SweepPoint(String value, String seed, RunRecord run) {

  /** As measured. */
  public double pagesPerSecond() {
    return 1000 * run.outcome().pages() / run.elapsedMillis();
  }

  /** What this design could reach at best, if that is known. */
  public Optional<Double> boundPagesPerSecond() {
    return run.bound().millis().map(millis -> 1000 * run.outcome().pages() / millis);
  }
}
