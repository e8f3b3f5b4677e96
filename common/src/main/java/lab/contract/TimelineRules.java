package lab.contract;

import static lab.crawl.SpanKind.CHECKSUM;
import static lab.crawl.SpanKind.PARSE;
import static lab.crawl.SpanKind.RECEIVE;
import static lab.crawl.SpanKind.STORE;
import static lab.crawl.SpanKind.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import lab.crawl.SpanKind;
import lab.crawl.SpanKind.Group;
import lab.crawl.Visit;
import lab.crawl.measure.CrawlBound;
import lab.crawl.measure.LowerBound;
import lab.crawl.measure.MeasuredCrawl;
import lab.crawl.measure.Timeline;
import lab.crawl.measure.Timeline.LaneRecord;
import lab.crawl.measure.Timeline.TimedSpan;

/**
 * What holds of every timeline, whichever design crawled: for tests of how a variant names its lanes. Record a crawl of your
 * crawler with {@link MeasuredCrawl#recorded} and check it:
 *
 * <pre>{@code
 * TimelineRules.check(crawl, Duration.ofMillis(10), 4);
 * assertThat(TimelineRules.laneNames(crawl)).containsExactly("my-loop");
 * }</pre>
 *
 * <p>Nothing here depends on how fast the machine is: only on what was before what, and how much at a time.
 */
public final class TimelineRules {
  private static final List<SpanKind> OF_EACH_PAGE = List.of(WAIT, RECEIVE, PARSE, CHECKSUM, STORE);

  private TimelineRules() {}

  /**
   * Checks all rules: each saved page was waited for, received, parsed, computed and stored, once and in that order, and not
   * before it was discovered; no lane was at two things at a time; all is within the crawl; no more than {@code width}
   * pages were waited for at a time; and the crawl was no faster than its bound.
   *
   * @param crawl recorded, complete, of a site whose pages need no retries
   * @param latency what every reply of the site takes at least
   * @param width most fetches that the design has in flight
   */
  public static void check(MeasuredCrawl crawl, Duration latency, int width) {
    Timeline timeline = timeline(crawl);
    checkPages(crawl, timeline);
    checkQueues(timeline);
    timeline.lanes().forEach(TimelineRules::checkLane);
    checkWithinCrawl(timeline);
    assertThat(mostWaiting(timeline)).as("pages that are waited for at a time").isLessThanOrEqualTo(width);
    checkBound(crawl, latency, width);
  }

  /** The names of all lanes, in the timeline's order. */
  public static List<String> laneNames(MeasuredCrawl crawl) {
    return timeline(crawl).lanes().stream().map(LaneRecord::name).toList();
  }

  /** The names of the lanes whose first span, and no other, is the start of a thread or process. */
  public static List<String> startedLanes(MeasuredCrawl crawl) {
    return timeline(crawl).lanes().stream()
        .filter(lane -> lane.kind().getFirst().equals(SpanKind.START.label())
            && lane.kind().lastIndexOf(SpanKind.START.label()) == 0)
        .map(LaneRecord::name)
        .toList();
  }

  /** The spans that were spent on each URL, in no particular order. */
  public static Map<String, List<TimedSpan>> spansByUrl(MeasuredCrawl crawl) {
    Timeline timeline = timeline(crawl);
    Map<String, List<TimedSpan>> spans = new HashMap<>();
    spans(timeline)
        .filter(span -> span.url() >= 0)
        .forEach(span -> spans.computeIfAbsent(timeline.urls().get(span.url()), _ -> new ArrayList<>()).add(span));
    return spans;
  }

  private static Timeline timeline(MeasuredCrawl crawl) {
    return crawl.recording().orElseThrow(() -> new AssertionError("the crawl was not recorded")).timeline();
  }

  private static Stream<TimedSpan> spans(Timeline timeline) {
    return timeline.lanes().stream().flatMap(LaneRecord::spans);
  }

  private static void checkPages(MeasuredCrawl crawl, Timeline timeline) {
    assertThat(timeline.urls()).as("pages that spans were spent on").doesNotHaveDuplicates();
    Map<String, List<TimedSpan>> spans = spansByUrl(crawl);
    for (Visit visit : crawl.result().visits()) {
      if (visit instanceof Visit.Saved) {
        checkPage(visit.url().toString(), spans.getOrDefault(visit.url().toString(), List.of()));
      }
    }
  }

  /** By ends and beginnings, not sorted: spans may be so short that two of them begin in the same microsecond. */
  private static void checkPage(String url, List<TimedSpan> spans) {
    long last = 0;
    for (SpanKind kind : OF_EACH_PAGE) {
      List<TimedSpan> ofKind = spans.stream().filter(span -> span.kind() == kind).toList();
      assertThat(ofKind).as("spans \"%s\" of %s, among %s", kind.label(), url, spans).hasSize(1);
      assertThat(ofKind.getFirst().begin()).as("begin of \"%s\" of %s, after %s", kind.label(), url, spans)
          .isGreaterThanOrEqualTo(last);
      last = ofKind.getFirst().end();
    }
  }

  private static void checkQueues(Timeline timeline) {
    timeline.queued().forEach((page, wait) -> assertThat(wait.end())
        .as("first span of %s, discovered at %d", timeline.urls().get(page), wait.begin())
        .isGreaterThanOrEqualTo(wait.begin()));
  }

  private static void checkLane(LaneRecord lane) {
    long last = 0;
    for (TimedSpan span : lane.spans().toList()) {
      assertThat(span.length()).as("length of %s on lane %s", span, lane.name()).isNotNegative();
      assertThat(span.begin()).as("begin of %s on lane %s", span, lane.name()).isGreaterThanOrEqualTo(last);
      last = span.end();
    }
  }

  private static void checkWithinCrawl(Timeline timeline) {
    assertThat(spans(timeline).mapToLong(TimedSpan::begin).min().orElse(0)).as("first begin").isNotNegative();
    assertThat(spans(timeline).mapToLong(TimedSpan::end).max().orElse(0)).as("last end").isLessThanOrEqualTo(timeline.elapsed());
  }

  private static long mostWaiting(Timeline timeline) {
    Map<Long, Integer> changes = new TreeMap<>();
    spans(timeline).filter(span -> span.kind().group() == Group.WAITING).forEach(span -> {
      changes.merge(span.begin(), 1, Integer::sum);
      changes.merge(span.end(), -1, Integer::sum);
    });
    long waiting = 0;
    long most = 0;
    for (int change : changes.values()) {
      waiting += change;
      most = Math.max(most, waiting);
    }
    return most;
  }

  private static void checkBound(MeasuredCrawl crawl, Duration latency, int width) {
    LowerBound bound = CrawlBound.of(crawl, Optional.of(latency), width)
        .orElseThrow(() -> new AssertionError("a crawl that was interrupted or cut short has no bound"));
    assertThat(crawl.elapsed().toNanos() / 1e6).as("elapsed milliseconds, with the bound %s", bound)
        .isGreaterThanOrEqualTo(bound.millis());
  }
}
