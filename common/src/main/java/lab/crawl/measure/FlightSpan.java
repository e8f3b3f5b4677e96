package lab.crawl.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import jdk.jfr.FlightRecorder;
import lab.crawl.Span;
import lab.crawl.SpanKind;
import okhttp3.HttpUrl;

/**
 * A span that is going on, as the JDK's Flight Recorder sees it. An event can't be given a time in the past, so it must begin when the span
 * begins; but of what kind the span was is known only when it ends. So one event of each kind begins, and one of them counts.
 *
 * <p>Nothing is loaded nor made unless Flight Recorder runs: its classes would cost each worker some 40 ms.
 */
final class FlightSpan {
  private static final FlightSpan NONE = new FlightSpan(Map.of());

  private final Map<SpanKind, SpanEvent> begun;

  private FlightSpan(Map<SpanKind, SpanEvent> begun) {
    this.begun = begun;
  }

  /** Begins now. */
  static FlightSpan begin() {
    return FlightRecorder.isInitialized() ? new FlightSpan(Kinds.begin()) : NONE;
  }

  /** Ends now. */
  void end(SpanKind kind, HttpUrl url, long bytes, String lane) {
    SpanEvent event = begun.get(kind);
    if (event != null && event.shouldCommit()) {
      event.url = url.toString();
      event.bytes = bytes;
      event.lane = lane;
      event.commit();
    }
  }

  /** Tells of a span that nobody knew of when it began: an event without a length, which says how long it was. */
  static void over(Span span, String lane) {
    if (FlightRecorder.isInitialized()) {
      OverEvent event = span.kind() == SpanKind.LAG ? new OverEvent.Lag() : new OverEvent.Start();
      event.took = span.end() - span.begin();
      event.lane = lane;
      event.commit();
    }
  }

  /** A class of its own, because it is loaded only if it is needed. */
  private static final class Kinds {
    private static final Map<SpanKind, Supplier<SpanEvent>> EVENTS = new EnumMap<>(Map.of(
        SpanKind.CONNECT, SpanEvent.Connect::new,
        SpanKind.WAIT, SpanEvent.Wait::new,
        SpanKind.RECEIVE, SpanEvent.Receive::new,
        SpanKind.PARSE, SpanEvent.Parse::new,
        SpanKind.CHECKSUM, SpanEvent.Checksum::new,
        SpanKind.STORE, SpanEvent.Store::new));

    static Map<SpanKind, SpanEvent> begin() {
      Map<SpanKind, SpanEvent> events = new EnumMap<>(SpanKind.class);
      EVENTS.forEach((kind, event) -> {
        SpanEvent begun = event.get();
        begun.begin();
        events.put(kind, begun);
      });
      return events;
    }
  }
}
