/** What a crawl keeps of itself on disk, so that the same command goes on after any kill. */
@NullMarked
package lab.crawl.state;

import org.jspecify.annotations.NullMarked;
