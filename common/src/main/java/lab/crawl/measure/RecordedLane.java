package lab.crawl.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import lab.crawl.Lane;
import lab.crawl.Span;
import lab.crawl.SpanKind;

/**
 * Keeps the spans of one lane, and what they come to. The lock is this object's monitor; nearly always only one thread asks for it.
 */
public final class RecordedLane implements Lane {
  private final BooleanSupplier full;
  private final List<Span> spans = new ArrayList<>();
  private final long[] nanosOfKind = new long[SpanKind.values().length];

  /** Keeps all spans. */
  public RecordedLane() {
    this(() -> false);
  }

  /**
   * The same, up to a moment.
   *
   * @param full whether spans are only added up from now on
   */
  RecordedLane(BooleanSupplier full) {
    this.full = full;
  }

  @Override
  public long now() {
    return System.nanoTime();
  }

  @Override
  public synchronized void add(Span span) {
    nanosOfKind[span.kind().ordinal()] += span.end() - span.begin();
    if (!full.getAsBoolean()) {
      spans.add(span);
    }
  }

  /** The spans so far, in the order in which they ended. */
  public synchronized List<Span> spans() {
    return List.copyOf(spans);
  }

  /** How long all spans of a kind took together, in nanoseconds, also of those that weren't kept. */
  synchronized long nanos(SpanKind kind) {
    return nanosOfKind[kind.ordinal()];
  }
}
