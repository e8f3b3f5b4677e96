package lab.crawl.cluster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.crawl.Lane;
import lab.crawl.Span;
import lab.crawl.SpanKind;
import lab.crawl.measure.Anchor;
import okhttp3.HttpUrl;

/**
 * What a member did with a page and when, as a line of text in the page's row: the lane's name, then each span's kind, begin and end in
 * microseconds since 1970, and processor time in nanoseconds.
 */
final class Steps {
  private Steps() {}

  static String text(String lane, List<Span> spans, Anchor clock) {
    return spans.stream()
        .map(span -> "%s,%d,%d,%d".formatted(
            span.kind().name(), clock.toEpochMicros(span.begin()), clock.toEpochMicros(span.end()), span.cpu()))
        .collect(Collectors.joining(";", lane + ";", ""));
  }

  static String lane(String text) {
    return text.substring(0, text.indexOf(';'));
  }

  /** Adds the spans to a lane, by this process's clock. */
  static void addTo(Lane lane, String text, HttpUrl url, Anchor clock) {
    Stream.of(text.split(";")).skip(1).map(span -> span.split(",")).forEach(span -> lane.add(new Span(
        SpanKind.valueOf(span[0]), Optional.of(url), clock.toNanos(Long.parseLong(span[1])), clock.toNanos(Long.parseLong(span[2])),
        Long.parseLong(span[3]))));
  }
}
