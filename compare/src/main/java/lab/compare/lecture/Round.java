package lab.compare.lecture;

import java.util.Map;
import lab.crawl.measure.RunRecord;
import lab.crawl.measure.Timeline;

/**
 * One crawl of each of some setups, in turn.
 *
 * @param runs what each gave
 * @param timelines of those that were recorded
 * @param stolenShare of the processor time that this machine wanted meanwhile, how much it did not get, 0 to 1
 */
record Round(Map<Setup, RunRecord> runs, Map<Setup, Timeline> timelines, double stolenShare) {
  /** The share from which on a round is said to be disturbed. */
  static final double DISTURBED = 0.1;

  /** Whether so much was taken away that its times say little. */
  boolean isDisturbed() {
    return stolenShare > DISTURBED;
  }
}
