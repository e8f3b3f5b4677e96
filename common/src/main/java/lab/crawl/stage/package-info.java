/**
 * The stages: small pure functions, which take a reply and say what is in it. None of them waits, fetches or knows of threads, but for
 * {@link lab.crawl.stage.InterpreterLock}, whose business they are. {@link lab.crawl.stage.PageProcessor} puts them in a row.
 *
 * <p>What may be null says so; {@code -Perrorprone} checks it.
 */
@NullMarked
package lab.crawl.stage;

import org.jspecify.annotations.NullMarked;
