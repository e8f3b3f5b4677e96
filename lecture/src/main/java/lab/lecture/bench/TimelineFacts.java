package lab.lecture.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import lab.compare.stats.Spread;
import lab.crawl.SpanKind.Group;
import lab.crawl.measure.Timeline;
import lab.crawl.measure.Timeline.LaneRecord;
import lab.crawl.measure.Timeline.TimedSpan;

/** What can be counted in a timeline: how many were at something at the same time, and how long nobody was. */
public final class TimelineFacts {
  /** Whoever is taken up sooner was on his way, and did not wait. */
  private static final long A_WAIT_MICROS = 1_000;

  private final Timeline timeline;

  TimelineFacts(Timeline timeline) {
    this.timeline = timeline;
  }

  /** A time at which one more begins, or one ends. */
  private record Change(long at, int by) {}

  /** Most lanes that had a page at the same time, whether they waited for it or worked on it. */
  public int mostAtWork() {
    Stream<TimedSpan> atWork = Stream.concat(spans(Group.WAITING), spans(Group.COMPUTING));
    return most(changes(atWork, TimedSpan::begin, TimedSpan::end));
  }

  /** Most pages that were known at the same time and that nobody had taken up yet, for a millisecond or longer. */
  public int mostQueued() {
    return most(changes(
        timeline.queued().values().stream().filter(wait -> wait.end() - wait.begin() >= A_WAIT_MICROS),
        Timeline.Queued::begin,
        Timeline.Queued::end));
  }

  /** The share of the crawl's time in which no lane computed, 0 to 1. */
  public double shareWithoutComputing() {
    long computing = 0;
    long until = 0;
    List<TimedSpan> sorted = spans(Group.COMPUTING).sorted(Comparator.comparingLong(TimedSpan::begin)).toList();
    for (TimedSpan span : sorted) {
      computing += Math.max(0, span.end() - Math.max(until, span.begin()));
      until = Math.max(until, span.end());
    }
    return 1 - (double) computing / timeline.elapsed();
  }

  /** The share of the crawl's time in which a lane waited for the network, on the average of all lanes that waited; 0 to 1. */
  public double meanShareWaiting() {
    return timeline.lanes().stream()
        .mapToLong(lane -> lane.spans().filter(span -> span.kind().group() == Group.WAITING).mapToLong(TimedSpan::length).sum())
        .filter(waited -> waited > 0)
        .mapToDouble(waited -> (double) waited / timeline.elapsed())
        .average()
        .orElse(0);
  }

  /** How long the first page and the slowest of the others took to arrive, one after the other, in milliseconds. */
  public double slowestChainMillis() {
    Map<Integer, Long> byPage = new HashMap<>();
    spans(Group.WAITING).filter(span -> span.url() >= 0).forEach(span -> byPage.merge(span.url(), span.length(), Long::sum));
    long first = byPage.remove(0);
    return (first + Collections.max(byPage.values())) / 1e3;
  }

  /** How late an event loop came to its timer, in milliseconds: median, lowest and highest; zeros if there is no loop. */
  public Spread lagMillis() {
    List<Double> lags = spans(Group.LAG).map(span -> span.length() / 1e3).toList();
    return lags.isEmpty() ? new Spread(0, 0, 0) : Spread.of(lags);
  }

  /** How many lanes there are whose name begins so, and that computed something. */
  public long lanesThatComputed(String prefix) {
    return timeline.lanes().stream()
        .filter(lane -> lane.name().startsWith(prefix))
        .filter(lane -> lane.spans().anyMatch(span -> span.kind().group() == Group.COMPUTING))
        .count();
  }

  private Stream<TimedSpan> spans(Group group) {
    return timeline.lanes().stream().flatMap(LaneRecord::spans).filter(span -> span.kind().group() == group);
  }

  private static <T> List<Change> changes(
      Stream<T> intervals, ToLongFunction<T> begin, ToLongFunction<T> end) {
    List<Change> changes = new ArrayList<>();
    intervals.forEach(interval -> {
      changes.add(new Change(begin.applyAsLong(interval), 1));
      changes.add(new Change(end.applyAsLong(interval), -1));
    });
    return changes;
  }

  /** Where one ends as another begins they were not at it at the same time. */
  private static int most(List<Change> changes) {
    changes.sort(Comparator.comparingLong(Change::at).thenComparingInt(Change::by));
    int most = 0;
    int now = 0;
    for (Change change : changes) {
      now += change.by();
      most = Math.max(most, now);
    }
    return most;
  }
}
