package lab.crawl.measure;

import java.util.List;
import java.util.Map;

/**
 * What was recorded of one crawl.
 *
 * @param timeline who was at what when
 * @param links what each page links, whether that was fetched or not
 */
public record Recording(Timeline timeline, Map<String, List<String>> links) {}
