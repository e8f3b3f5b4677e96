package lab.crawl.measure;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What was recorded of one crawl.
 *
 * @param timeline who was at what when; of a large crawl only its beginning
 * @param links what each page links, whether that was fetched or not; empty if the crawl was too large
 * @param computingOfPages what the stages cost for each page: processor time where that is counted, else how long they took
 * @param computing the same for all pages together, also for those that were too many to be kept
 * @param visits of each page: from when it was handed out until what came of it was recorded
 * @param whole whether the timeline, the links, the costs and the visits are those of the whole crawl
 */
public record Recording(
    Timeline timeline,
    Map<String, List<String>> links,
    Map<String, Duration> computingOfPages,
    Duration computing,
    List<Duration> visits,
    boolean whole) {

  /** Of a timeline alone, which is whole: each page cost what its spans took, and nobody knows when it was handed out. */
  public Recording(Timeline timeline, Map<String, List<String>> links) {
    this(timeline, links, timeline.computingOfPages(), sum(timeline.computingOfPages().values()), List.of(), true);
  }

  private static Duration sum(Collection<Duration> costs) {
    return costs.stream().reduce(Duration.ZERO, Duration::plus);
  }

  static Recording of(Timeline timeline, Recorder recorder) {
    return new Recording(timeline, recorder.links(), recorder.computingOfPages(), recorder.computing(), recorder.visits(), recorder.isWhole());
  }
}
