package lab.crawl.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How long single pages took in one crawl, in milliseconds: half of them no longer than the median (p50), and all but one in twenty no longer
 * than the 95th percentile. All of it is absent if not each page was recorded, or the
 * crawl was interrupted.
 *
 * @param fetchP50Millis from the request to the last byte of the reply, connecting included; of a page that was tried again, all tries
 * @param visitP50Millis from when the frontier handed the page out until what came of it was recorded, waits between tries included; absent if
 *     the crawl told of a page only when it was done, as one does whose pages are handed out by a database
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PageTimes(
    Optional<Double> fetchP50Millis, Optional<Double> fetchP95Millis, Optional<Double> visitP50Millis, Optional<Double> visitP95Millis) {
  /** Nothing is known. */
  public static final PageTimes UNKNOWN = new PageTimes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  static PageTimes of(Recording recording) {
    if (!recording.whole()) {
      return UNKNOWN;
    }
    Collection<Duration> fetches = recording.timeline().fetches().values();
    Collection<Duration> visits = recording.visits();
    PageTimes times = new PageTimes(percentile(fetches, 50), percentile(fetches, 95), percentile(visits, 50), percentile(visits, 95));
    return times.isTold() ? times : new PageTimes(times.fetchP50Millis, times.fetchP95Millis, Optional.empty(), Optional.empty());
  }

  /** No page is back sooner than its last byte is there. */
  private boolean isTold() {
    return fetchP50Millis.isEmpty() || visitP50Millis.filter(visit -> visit >= fetchP50Millis.get()).isPresent();
  }

  /** The least of the times that so many percent of them don't exceed (the nearest rank); empty if there are none. */
  static Optional<Double> percentile(Collection<Duration> times, int percent) {
    List<Duration> sorted = times.stream().sorted().toList();
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1).toNanos() / 1e6);
  }
}
