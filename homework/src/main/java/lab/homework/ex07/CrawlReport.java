package lab.homework.ex07;

import java.util.Set;

/**
 * What came of a crawl.
 *
 * @param visited URLs of the pages that were fetched
 * @param failed URLs of those that couldn't be
 */
public record CrawlReport(Set<String> visited, Set<String> failed) {}
