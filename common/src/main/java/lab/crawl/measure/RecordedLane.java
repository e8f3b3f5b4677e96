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
 * Keeps the spans of one lane, and what they come to; and tells the JDK's Flight Recorder of them, if that runs. The lock is this
 * object's monitor; nearly always only one thread asks for it.
 */
public final class RecordedLane implements Lane {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String name;
  private final BooleanSupplier full;
  private final List<Span> spans = new ArrayList<>();
  private final long[] costOfKind = new long[SpanKind.values().length];

  /**
   * Keeps all spans.
   *
   * @param name what Flight Recorder shows
   */
  public RecordedLane(String name) {
    this(name, () -> false);
  }

  /**
   * The same, up to a moment.
   *
   * @param full whether spans are only added up from now on
   */
  RecordedLane(String name, BooleanSupplier full) {
    this.name = name;
    this.full = full;
  }

  @Override
  public Begun begin() {
    return new Going(cpuNow(), System.nanoTime());
  }

  /** Of the calling thread. */
  private static long cpuNow() {
    return Thread.currentThread().isVirtual() ? Span.UNKNOWN : THREADS.getCurrentThreadCpuTime();
  }

  /** A span that is going on. Whoever ends it may be another thread than the one that began it; then nobody knows what it cost. */
  private final class Going implements Begun {
    private final Thread beginner = Thread.currentThread();
    private final long cpuThen;
    private final long begin;
    private final FlightSpan flight = FlightSpan.begin();

    Going(long cpuThen, long begin) {
      this.cpuThen = cpuThen;
      this.begin = begin;
    }

    @Override
    public Begun end(SpanKind kind, HttpUrl url, long bytes) {
      long end = System.nanoTime();
      long cpu = cpuNow();
      flight.end(kind, url, bytes, name);
      boolean counted = beginner == Thread.currentThread() && cpuThen != Span.UNKNOWN && cpu != Span.UNKNOWN;
      add(new Span(kind, Optional.of(url), begin, end, counted ? cpu - cpuThen : Span.UNKNOWN));
      return new Going(cpu, end);
    }
  }

  /** Of spans that were a page's, Flight Recorder was told when they began and ended. */
  @Override
  public void add(Span span) {
    if (span.url().isEmpty()) {
      FlightSpan.over(span, name);
    }
    keep(span);
  }

  private synchronized void keep(Span span) {
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
