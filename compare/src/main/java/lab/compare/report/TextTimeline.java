package lab.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lab.compare.run.CrawlTimeline;
import lab.crawl.SpanKind.Group;
import lab.crawl.measure.Timeline.LaneRecord;

/** Timelines in plain text, each on its own length: a line for each lane, and a character for each interval: what the lane was mostly at. */
final class TextTimeline {
  private static final int CELLS = 80;
  private static final int LANES_SHOWN = 10;
  private static final int LABEL = 18;

  private static final String COMPUTING = "█";
  private static final String PARTLY_COMPUTING = "▒";
  private static final String WAITING = "·";
  private static final String START = "s";
  private static final String IDLE = " ";

  private final List<CrawlTimeline> crawls;

  /** For some crawls, in the order in which they are to be shown. */
  TextTimeline(List<CrawlTimeline> crawls) {
    this.crawls = crawls;
  }

  /** The lines; none if there is nothing to show. */
  List<String> lines() {
    if (crawls.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    crawls.forEach(crawl -> add(crawl, lines));
    lines.add(text("%" + LABEL + "s %s computing   %s both   %s waiting   %s starting   blank: idle, or over",
        "", COMPUTING, PARTLY_COMPUTING, WAITING, START));
    return lines;
  }

  private void add(CrawlTimeline crawl, List<String> lines) {
    List<LaneRecord> lanes = crawl.timeline().lanes().stream().filter(lane -> !isLag(lane)).toList();
    lines.add(text("%-" + LABEL + "s 0 s%" + (CELLS - 3) + "s", crawl.name(), text("%.2f s", crawl.timeline().elapsed() / 1e6)));
    lanes.stream().limit(LANES_SHOWN).forEach(lane ->
        lines.add(text("%" + LABEL + "s %s", lane.name(), cells(lane, crawl.timeline().elapsed())).stripTrailing()));
    if (lanes.size() > LANES_SHOWN) {
      lines.add(text("%" + LABEL + "s … and %d more", "", lanes.size() - LANES_SHOWN));
    }
  }

  private static boolean isLag(LaneRecord lane) {
    return lane.spans().allMatch(span -> span.kind().group() == Group.LAG);
  }

  private static String cells(LaneRecord lane, long elapsed) {
    double[] computing = shares(lane, elapsed, Group.COMPUTING);
    double[] waiting = shares(lane, elapsed, Group.WAITING);
    double[] start = shares(lane, elapsed, Group.START);
    StringBuilder cells = new StringBuilder();
    for (int cell = 0; cell < CELLS; cell++) {
      cells.append(cell(computing[cell], waiting[cell], start[cell]));
    }
    return cells.toString();
  }

  private static String cell(double computing, double waiting, double start) {
    if (start >= 0.5) {
      return START;
    }
    if (computing >= 0.75) {
      return COMPUTING;
    }
    if (computing >= 0.25) {
      return PARTLY_COMPUTING;
    }
    return computing + waiting >= 0.25 ? WAITING : IDLE;
  }

  /** How much of each cell's time went into one group of spans. */
  private static double[] shares(LaneRecord lane, long elapsed, Group group) {
    double[] shares = new double[CELLS];
    double width = Math.max(1.0, elapsed) / CELLS;
    lane.spans().filter(span -> span.kind().group() == group).forEach(span -> {
      double begin = Math.max(0, span.begin() / width);
      double end = Math.min(CELLS, span.end() / width);
      for (int cell = (int) begin; cell < end; cell++) {
        shares[cell] += Math.min(end, cell + 1) - Math.max(begin, cell);
      }
    });
    return shares;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
