package lab.crawl.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * What was crawled.
 *
 * @param name the practice site's, for instance {@code javadoc}; for a real site its seed URL
 * @param latency the practice site's latency, for instance {@code 20ms}; absent if it isn't ours to say
 * @param seed where the crawl began
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SiteRecord(String name, Optional<String> latency, String seed) {

  /** In words, for instance {@code javadoc, latency 20ms}. */
  public String description() {
    return name + latency.map(value -> ", latency " + value).orElse("");
  }
}
