package lab.lecture.bench;

import java.util.Optional;
import lab.compare.run.CrawlTimeline;
import lab.crawl.measure.RunRecord;

/**
 * One measured crawl.
 *
 * @param run what it gave
 * @param timeline empty if it was not recorded
 */
record Crawl(RunRecord run, Optional<CrawlTimeline> timeline) {}
