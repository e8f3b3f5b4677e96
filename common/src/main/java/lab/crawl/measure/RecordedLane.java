package lab.crawl.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import lab.crawl.Lane;
import lab.crawl.Span;
import lab.crawl.SpanKind;
import okhttp3.HttpUrl;

/**
 * Keeps the spans of one lane, and what they come to. The lock is this object's monitor; nearly always only one thread asks for it.
 */
public final class RecordedLane implements Lane {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final BooleanSupplier full;
  private final List<Span> spans = new ArrayList<>();
  private final long[] costOfKind = new long[SpanKind.values().length];
  /** Whose processor time was looked at last, and what it was then. */
  private Thread counted;
  private long cpuThen;

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
  public synchronized long now() {
    cpuSinceLastTime();
    return System.nanoTime();
  }

  @Override
  public synchronized long record(SpanKind kind, HttpUrl url, long begin) {
    long end = System.nanoTime();
    add(new Span(kind, Optional.of(url), begin, end, cpuSinceLastTime()));
    return end;
  }

  /** What the calling thread had of a processor since it last looked at this lane, if nobody else has looked meanwhile. */
  private long cpuSinceLastTime() {
    Thread caller = Thread.currentThread();
    long cpuNow = caller.isVirtual() ? Span.UNKNOWN : THREADS.getCurrentThreadCpuTime();
    long had = caller == counted && cpuNow != Span.UNKNOWN ? cpuNow - cpuThen : Span.UNKNOWN;
    counted = caller;
    cpuThen = cpuNow;
    return had;
  }

  @Override
  public synchronized void add(Span span) {
    costOfKind[span.kind().ordinal()] += span.cost();
    if (!full.getAsBoolean()) {
      spans.add(span);
    }
  }

  /** The spans so far, in the order in which they ended. */
  public synchronized List<Span> spans() {
    return List.copyOf(spans);
  }

  /** What all spans of a kind cost together, in nanoseconds, also of those that weren't kept. */
  synchronized long cost(SpanKind kind) {
    return costOfKind[kind.ordinal()];
  }
}
