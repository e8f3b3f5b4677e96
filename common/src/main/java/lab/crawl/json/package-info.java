/** JSON that must cost no time to start with, field by field: what travels between processes, and what a crawl keeps of itself. */
@NullMarked
package lab.crawl.json;

import org.jspecify.annotations.NullMarked;
