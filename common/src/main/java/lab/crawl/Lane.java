package lab.crawl;

import okhttp3.HttpUrl;

/**
 * A lane on the timeline of a crawl: a thread, an event loop, a worker process, and what it was at when. The stages record
 * their spans on the lane that they are given; a variant only says which lane that is. Safe for use by many threads.
 */
public interface Lane {
  /** Records nothing, reads no clock and allocates nothing. */
  Lane NONE = new Unrecorded();

  /** A span that is going on. What it was may turn out only at its end. */
  interface Begun {
    /** How many bytes it was about, where nobody knows. */
    long UNKNOWN_BYTES = -1;

    /**
     * Ends the span now.
     *
     * @param url the page that it was spent on
     * @param bytes the length of the body that it was about, or {@link #UNKNOWN_BYTES}
     * @return the next span, which begins at the same moment; it need not come to anything
     */
    Begun end(SpanKind kind, HttpUrl url, long bytes);

    /** The same for a span that isn't about a body whose length is known. */
    default Begun end(SpanKind kind, HttpUrl url) {
      return end(kind, url, UNKNOWN_BYTES);
    }
  }

  /** Begins a span now. It is recorded when it ends; one that never does is forgotten. */
  Begun begin();

  /** Takes a span that is over. */
  void add(Span span);

  /** Whether anybody records. */
  default boolean isRecorded() {
    return true;
  }

  /** See {@link #NONE}. */
  final class Unrecorded implements Lane {
    private static final Begun NOTHING = new Begun() {
      @Override
      public Begun end(SpanKind kind, HttpUrl url, long bytes) {
        return this;
      }
    };

    private Unrecorded() {}

    @Override
    public Begun begin() {
      return NOTHING;
    }

    @Override
    public void add(Span span) {}

    @Override
    public boolean isRecorded() {
      return false;
    }
  }
}
