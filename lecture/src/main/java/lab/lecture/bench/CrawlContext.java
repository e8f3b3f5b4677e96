package lab.lecture.bench;

import java.nio.file.Path;
import lab.compare.run.LiveLine;

/**
 * What all crawls of a lab share.
 *
 * @param folder for what each crawl writes; the next one may write over it
 * @param progress is told what runs just now
 * @param sameWork sees each crawl
 */
record CrawlContext(Path folder, LiveLine progress, SameWork sameWork) {}
