package lab.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.crawl.SpanKind;
import lab.crawl.measure.Timeline;
import lab.crawl.measure.Timeline.LaneRecord;
import lab.crawl.measure.Timeline.TimedSpan;

/**
 * What a timeline says in figures. Shares are of the crawl's elapsed time, from 0 to 1.
 *
 * @param timeline of one crawl
 */
record TimelineFigures(Timeline timeline) {

  /** How late an event loop was for its timer, in milliseconds: median, least and most; empty without a loop. */
  Optional<Spread> loopLagMillis() {
    List<Double> lags = timeline.lanes().stream()
        .flatMap(lane -> spans(lane, SpanKind.Group.LAG))
        .map(span -> span.length() / 1e3)
        .toList();
    return lags.isEmpty() ? Optional.empty() : Optional.of(Spread.of(lags));
  }

  /** The share in which a lane only waited for the network. */
  double waitingShare(LaneRecord lane) {
    return share(length(lane, SpanKind.Group.WAITING));
  }

  /** The share in which no lane at all computed: the program was idle. */
  double nobodyComputingShare() {
    List<TimedSpan> computing = timeline.lanes().stream()
        .flatMap(lane -> spans(lane, SpanKind.Group.COMPUTING))
        .sorted(Comparator.comparingLong(TimedSpan::begin))
        .toList();
    return 1 - share(covered(computing));
  }

  /**
   * The share in which a single lane did not compute: the mean of all lanes that compute at some time. Those that never do,
   * such as the fetches of a loop, are nobody who could.
   */
  double meanNotComputingShare() {
    return timeline.lanes().stream()
        .filter(lane -> spans(lane, SpanKind.Group.COMPUTING).findAny().isPresent())
        .mapToDouble(lane -> 1 - share(length(lane, SpanKind.Group.COMPUTING)))
        .average()
        .orElse(1);
  }

  /** How much time some spans take up, what two of them share counted once; they are sorted by their beginnings. */
  private static long covered(List<TimedSpan> spans) {
    long covered = 0;
    long until = 0;
    for (TimedSpan span : spans) {
      covered += Math.max(0, span.end() - Math.max(until, span.begin()));
      until = Math.max(until, span.end());
    }
    return covered;
  }

  private static long length(LaneRecord lane, SpanKind.Group group) {
    return spans(lane, group).mapToLong(TimedSpan::length).sum();
  }

  private static Stream<TimedSpan> spans(LaneRecord lane, SpanKind.Group group) {
    return lane.spans().filter(span -> span.kind().group() == group);
  }

  private double share(long micros) {
    return timeline.elapsed() == 0 ? 0 : (double) micros / timeline.elapsed();
  }
}
