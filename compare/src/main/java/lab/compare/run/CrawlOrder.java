package lab.compare.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * What a {@link VariantRun} is told for each crawl: where its outcome goes.
 *
 * @param manifest the file for the manifest
 * @param timeline the file for the timeline; absent if the crawl is not to be recorded, and has no bound then
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CrawlOrder(String manifest, Optional<String> timeline) {}
