/**
 * Replies that a crawl keeps for the next one, which then asks whether they still hold, and is sent only what has changed (RFC 9110, 13).
 *
 * <p>What may be null says so; {@code -Perrorprone} checks it.
 */
@NullMarked
package lab.crawl.kept;

import org.jspecify.annotations.NullMarked;
