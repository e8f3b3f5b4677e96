/** What the frontier costs by itself. */
@NullMarked
package lab.crawl.benchmark;

import org.jspecify.annotations.NullMarked;
