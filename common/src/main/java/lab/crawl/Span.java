package lab.crawl;

import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * One timed interval on a {@link Lane}.
 *
 * @param url the page that it was spent on; empty if it was none's in particular
 * @param begin nanoseconds on this JVM's {@link System#nanoTime()}
 * @param end the same, not before {@code begin}
 * @param cpu nanoseconds of processor time that its thread had meanwhile, less than the span's length if it had to wait for a core;
 *     {@link #UNKNOWN} where nobody counts them, as on a virtual thread
 */
public record Span(SpanKind kind, Optional<HttpUrl> url, long begin, long end, long cpu) {
  /** The processor time of a span of which only the length is known. */
  public static final long UNKNOWN = -1;

  /** A span of which only the length is known. */
  public Span(SpanKind kind, Optional<HttpUrl> url, long begin, long end) {
    this(kind, url, begin, end, UNKNOWN);
  }

  /** What it cost, in nanoseconds: its processor time, or its length, which is the most that it can have been. */
  public long cost() {
    return cpu == UNKNOWN ? end - begin : cpu;
  }
}
