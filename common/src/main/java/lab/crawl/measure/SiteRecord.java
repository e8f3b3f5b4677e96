package lab.crawl.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Optional;

/**
 * What was crawled.
 *
 * @param name the practice site's, for instance {@code javadoc}; for a real site its seed URL
 * @param latency the practice site's latency, for instance {@code 20ms}; absent if it isn't ours to say
 * @param leastLatencyMillis what every reply takes at least; absent as above
 * @param seed where the crawl began
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SiteRecord(String name, Optional<String> latency, Optional<Double> leastLatencyMillis, String seed) {

  /** What every reply takes at least, if that is known. */
  public Optional<Duration> leastLatency() {
    return leastLatencyMillis.map(millis -> Duration.ofNanos(Math.round(millis * 1e6)));
  }

  /** In words, for instance {@code javadoc, latency 20ms}. */
  public String description() {
    return name + latency.map(value -> ", latency " + value).orElse("");
  }
}
