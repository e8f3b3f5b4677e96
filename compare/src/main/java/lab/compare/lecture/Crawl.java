package lab.compare.lecture;

import java.util.Optional;
import lab.compare.CrawlTimeline;
import lab.crawl.measure.RunRecord;

/**
 * One measured crawl.
 *
 * @param run what it gave
 * @param timeline empty if it was not recorded
 */
record Crawl(RunRecord run, Optional<CrawlTimeline> timeline) {}
