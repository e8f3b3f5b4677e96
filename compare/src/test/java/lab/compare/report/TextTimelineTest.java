package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import lab.compare.run.CrawlTimeline;
import lab.crawl.measure.Timeline;
import lab.crawl.measure.Timeline.LaneRecord;
import org.junit.jupiter.api.Test;

/** Of a crawl of 80 ms each of the 80 cells is 1 ms, so that they can be counted by hand. */
class TextTimelineTest {
  private static final String LEGEND =
      " ".repeat(18) + " █ computing   ▒ both   · waiting   s starting   blank: idle, or over";

  @Test
  void aCellIsWhatALaneWasMostlyAt() {
    LaneRecord lane = new LaneRecord("crawler-1", List.of("start", "wait", "parse", "checksum", "receive"),
        List.of(-1, 0, 0, 0, 0), List.of(0L, 3_000L, 8_000L, 10_000L, 14_000L), List.of(3_000L, 5_000L, 2_000L, 4_000L, 1_000L));

    assertThat(lines(crawl("sync", 80_000, lane))).containsExactly(
        "sync round 1       0 s" + " ".repeat(71) + "0.08 s",
        "         crawler-1 sss·····██████·",
        LEGEND);
  }

  @Test
  void sharesOfACellDecide() {
    // Cell by cell: 75 % computing; 74 %; 25 %; 24 % and a wait of 1 %; 24 % alone; a start of 50 %; one of 49 %.
    LaneRecord lane = new LaneRecord("main", List.of("parse", "parse", "parse", "parse", "wait", "parse", "start", "start"),
        List.of(0, 0, 0, 0, 0, 0, -1, -1), List.of(0L, 1_000L, 2_000L, 3_000L, 3_500L, 4_000L, 5_000L, 6_000L),
        List.of(750L, 740L, 250L, 240L, 10L, 240L, 500L, 490L));

    assertThat(lines(crawl("sync", 80_000, lane))).contains("              main █▒▒· s");
  }

  @Test
  void eachCrawlHasATimeAxisOfItsOwn() {
    List<String> lines = lines(crawl("sync", 80_000, waiting("main", 40_000)), crawl("async", 20_000, waiting("main", 10_000)));

    assertThat(lines).containsSubsequence(
        "sync round 1       0 s" + " ".repeat(71) + "0.08 s", "              main " + "·".repeat(40),
        "async round 1      0 s" + " ".repeat(71) + "0.02 s", "              main " + "·".repeat(40));
  }

  @Test
  void aSpanThatOutlastsItsCrawlIsCutOff() {
    assertThat(lines(crawl("sync", 80_000, waiting("main", 90_000)))).contains("              main " + "·".repeat(80));
  }

  @Test
  void ofManyLanesTenAreShown() {
    LaneRecord[] lanes = IntStream.rangeClosed(1, 12).mapToObj(i -> waiting("lane-" + i, 1_000)).toArray(LaneRecord[]::new);

    assertThat(lines(crawl("threads", 80_000, lanes)))
        .hasSize(1 + 10 + 1 + 1)
        .contains("           lane-10 ·", " ".repeat(18) + " … and 2 more")
        .noneMatch(line -> line.contains("lane-11"));
  }

  @Test
  void lagIsNoLane() {
    LaneRecord lag = new LaneRecord("loop lag", List.of("lag"), List.of(-1), List.of(0L), List.of(9_000L));

    assertThat(lines(crawl("async", 80_000, waiting("fetch 1", 1_000), lag))).noneMatch(line -> line.contains("loop lag"));
  }

  @Test
  void nothingToShowIsNoLines() {
    assertThat(lines()).isEmpty();
  }

  private static LaneRecord waiting(String name, long length) {
    return new LaneRecord(name, List.of("wait"), List.of(0), List.of(0L), List.of(length));
  }

  private static CrawlTimeline crawl(String variant, long elapsed, LaneRecord... lanes) {
    Timeline timeline = new Timeline(0, elapsed, List.of("http://h/"), List.of(0L), List.of(lanes));
    return new CrawlTimeline(variant, 1, true, timeline, List.of());
  }

  private static List<String> lines(CrawlTimeline... crawls) {
    return new TextTimeline(List.of(crawls)).lines();
  }
}
