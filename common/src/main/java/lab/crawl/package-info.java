/**
 * The contract of all crawlers, and what a crawl knows: {@link lab.crawl.Crawler}, {@link lab.crawl.CrawlPlan}, {@link
 * lab.crawl.Frontier}, {@link lab.crawl.Visit}, {@link lab.crawl.Manifest}. Read the frontier first.
 *
 * <p>What may be null says so; {@code -Perrorprone} checks it.
 */
@NullMarked
package lab.crawl;

import org.jspecify.annotations.NullMarked;
