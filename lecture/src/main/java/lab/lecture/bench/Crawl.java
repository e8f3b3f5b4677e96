package lab.lecture.bench;

import java.util.Optional;
import lab.compare.run.CrawlTimeline;
import lab.crawl.measure.RunRecord;

/**
 * One measured crawl.
 *
 * @param run what it gave
 * @param timeline empty if it was not recorded
 * @param othersPercent of one core's time, how much others had meanwhile
 * @param isSteady whether its JVM's CPU time a crawl had levelled off before
 */
record Crawl(RunRecord run, Optional<CrawlTimeline> timeline, double othersPercent, boolean isSteady) {}
