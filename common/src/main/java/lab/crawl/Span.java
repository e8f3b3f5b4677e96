package lab.crawl;

import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * One timed interval on a {@link Lane}.
 *
 * @param url the page that it was spent on; empty if it was none's in particular
 * @param begin nanoseconds on this JVM's {@link System#nanoTime()}
 * @param end the same, not before {@code begin}
 */
public record Span(SpanKind kind, Optional<HttpUrl> url, long begin, long end) {}
