package lab.crawl.measure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import lab.crawl.SpanKind;

/**
 * What was recorded of one crawl.
 *
 * @param timeline who was at what when; of a large crawl only its beginning
 * @param links what each page links, whether that was fetched or not; empty if the crawl was too large
 * @param totals how long all spans of each kind took together
 * @param whole whether the timeline and the links are those of the whole crawl
 */
public record Recording(Timeline timeline, Map<String, List<String>> links, Map<SpanKind, Duration> totals, boolean whole) {

  /** What was recorded of a crawl all of which was kept. */
  public Recording(Timeline timeline, Map<String, List<String>> links) {
    this(timeline, links, Map.of(), true);
  }
}
