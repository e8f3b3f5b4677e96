package lab.crawl.measure;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.crawl.Span;
import lab.crawl.SpanKind;
import lab.crawl.SpanKind.Group;
import okhttp3.HttpUrl;

/**
 * What happened when in one crawl, as files and pictures want it. Times are whole microseconds since the crawl's begin.
 *
 * @param begunAt the crawl's begin, in microseconds since 1970
 * @param elapsed how long the crawl took
 * @param urls the pages that spans were spent on; others refer to them by their place in this list, from 0 on
 * @param discovered when each of them was first heard of: until its first span it waited in the frontier
 * @param lanes who was at what
 * @param virtualThreads how many of them ran and waited to run
 */
public record Timeline(
    long begunAt, long elapsed, List<String> urls, List<Long> discovered, List<LaneRecord> lanes, VirtualThreads virtualThreads) {

  /** A timeline of a crawl without virtual threads. */
  public Timeline(long begunAt, long elapsed, List<String> urls, List<Long> discovered, List<LaneRecord> lanes) {
    this(begunAt, elapsed, urls, discovered, lanes, VirtualThreads.NONE);
  }

  /**
   * The JVM's scheduler of virtual threads, in columns, as looked at now and then: the n-th entry of each was so at the n-th time.
   *
   * @param at when
   * @param mounted how many ran, each on a carrier thread
   * @param queued how many could have run but had no carrier
   */
  public record VirtualThreads(List<Long> at, List<Integer> mounted, List<Long> queued) {
    /** There were none. */
    static final VirtualThreads NONE = new VirtualThreads(List.of(), List.of(), List.of());

    private static VirtualThreads of(List<CarrierWatch.Look> looks, long begin, long end) {
      List<CarrierWatch.Look> during = looks.stream().filter(look -> look.at() >= begin && look.at() < end).toList();
      return new VirtualThreads(
          during.stream().map(look -> since(begin, look.at())).toList(),
          during.stream().map(CarrierWatch.Look::mounted).toList(),
          during.stream().map(CarrierWatch.Look::queued).toList());
    }
  }

  /**
   * One lane, in columns, because there are many spans: the n-th entry of each belongs to the n-th span. Spans are sorted by
   * their beginnings and don't overlap.
   *
   * @param name for instance {@code crawler-3}, {@code fetch 2} or {@code worker 4711}
   * @param kind the labels of {@link SpanKind}
   * @param url places in {@link Timeline#urls()}; -1 for a span that was no page's
   * @param begin when it began; 0 if that was before the crawl
   * @param length how long it took; if it went on after the crawl, only until that ended
   */
  public record LaneRecord(String name, List<String> kind, List<Integer> url, List<Long> begin, List<Long> length) {

    /** The same, one by one. */
    public Stream<TimedSpan> spans() {
      return IntStream.range(0, kind.size())
          .mapToObj(i -> new TimedSpan(SpanKind.ofLabel(kind.get(i)), url.get(i), begin.get(i), length.get(i)));
    }
  }

  /** One span of a {@link LaneRecord}. */
  public record TimedSpan(SpanKind kind, int url, long begin, long length) {
    /** When it ended. */
    public long end() {
      return begin + length;
    }
  }

  /**
   * How long a page waited in the frontier.
   *
   * @param begin when it was discovered
   * @param end when its first span began
   */
  public record Queued(long begin, long end) {}

  /** The wait of each page in the frontier, by its place in {@link #urls()}, in the order in which the waits ended. */
  public Map<Integer, Queued> queued() {
    Map<Integer, Queued> waits = new LinkedHashMap<>();
    lanes.stream()
        .flatMap(LaneRecord::spans)
        .filter(span -> span.url() >= 0)
        .sorted(Comparator.comparingLong(TimedSpan::begin))
        .forEach(first -> waits.putIfAbsent(first.url(), new Queued(discovered.get(first.url()), first.begin())));
    return waits;
  }

  /** How long the stages took for each page, by its URL. */
  Map<String, Duration> computingOfPages() {
    return lengthsOfPages(Group.COMPUTING);
  }

  /** How long each page was fetched, from the request to the last byte, by its URL. */
  Map<String, Duration> fetches() {
    return lengthsOfPages(Group.WAITING);
  }

  private Map<String, Duration> lengthsOfPages(Group group) {
    Map<String, Duration> lengths = new HashMap<>();
    lanes.stream()
        .flatMap(LaneRecord::spans)
        .filter(span -> span.kind().group() == group && span.url() >= 0)
        .forEach(span -> lengths.merge(urls.get(span.url()), Duration.of(span.length(), ChronoUnit.MICROS), Duration::plus));
    return lengths;
  }

  /**
   * Draws up the timeline of a crawl that is over.
   *
   * @param begin the crawl's begin, in this JVM's nanoseconds
   */
  static Timeline of(Recorder recorder, long begin, Duration elapsed, Anchor anchor) {
    long end = begin + elapsed.toNanos();
    Pages pages = new Pages();
    List<LaneRecord> lanes = new ArrayList<>();
    recorder.lanes().forEach((name, spans) -> {
      List<Span> during = spans.stream().filter(span -> span.begin() < end).toList();
      if (!during.isEmpty()) {
        lanes.add(lane(name, during, begin, end, pages));
      }
    });
    List<Long> discovered =
        pages.urls.stream().map(url -> micros(recorder.discovered().getOrDefault(url.toString(), begin) - begin)).toList();
    List<String> urls = pages.urls.stream().map(HttpUrl::toString).toList();
    return new Timeline(anchor.toEpochMicros(begin), micros(elapsed.toNanos()), urls, discovered, List.copyOf(lanes),
        VirtualThreads.of(recorder.carriers(), begin, end));
  }

  private static LaneRecord lane(String name, List<Span> spans, long begin, long end, Pages pages) {
    return new LaneRecord(
        name,
        spans.stream().map(span -> span.kind().label()).toList(),
        spans.stream().map(span -> span.url().map(pages::place).orElse(-1)).toList(),
        spans.stream().map(span -> since(begin, span.begin())).toList(),
        spans.stream().map(span -> since(begin, Math.min(span.end(), end)) - since(begin, span.begin())).toList());
  }

  private static long since(long begin, long nanos) {
    return micros(Math.max(0, nanos - begin));
  }

  private static long micros(long nanos) {
    return Math.floorDiv(nanos, 1000L);
  }

  /** Gives each page its place. */
  private static final class Pages {
    private final Map<HttpUrl, Integer> places = new HashMap<>();
    private final List<HttpUrl> urls = new ArrayList<>();

    int place(HttpUrl url) {
      return places.computeIfAbsent(url, added -> {
        urls.add(added);
        return urls.size() - 1;
      });
    }
  }
}
