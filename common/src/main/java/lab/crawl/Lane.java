package lab.crawl;

import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * A lane on the timeline of a crawl: a thread, an event loop, a worker process, and what it was at when. The stages record
 * their spans on the lane that they are given; a variant only says which lane that is. Safe for use by many threads.
 */
public interface Lane {
  /** Records nothing, reads no clock and allocates nothing. */
  Lane NONE = new Unrecorded();

  /** The time to begin a span with: nanoseconds, as {@link System#nanoTime()} counts them; anything if nobody records. */
  long now();

  /** Takes a span that is over. */
  void add(Span span);

  /**
   * Takes the span that ends now.
   *
   * @param url the page that it was spent on
   * @param begin what {@link #now()} or the last {@code record} gave
   * @return the span's end, for the next one to begin with
   */
  default long record(SpanKind kind, HttpUrl url, long begin) {
    long end = now();
    add(new Span(kind, Optional.of(url), begin, end));
    return end;
  }

  /** Whether anybody records. */
  default boolean isRecorded() {
    return true;
  }

  /** See {@link #NONE}. */
  final class Unrecorded implements Lane {
    private Unrecorded() {}

    @Override
    public long now() {
      return 0;
    }

    @Override
    public void add(Span span) {}

    @Override
    public long record(SpanKind kind, HttpUrl url, long begin) {
      return 0;
    }

    @Override
    public boolean isRecorded() {
      return false;
    }
  }
}
