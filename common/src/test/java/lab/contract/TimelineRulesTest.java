package lab.contract;

import static lab.crawl.SpanKind.CHECKSUM;
import static lab.crawl.SpanKind.CONNECT;
import static lab.crawl.SpanKind.PARSE;
import static lab.crawl.SpanKind.RECEIVE;
import static lab.crawl.SpanKind.START;
import static lab.crawl.SpanKind.STORE;
import static lab.crawl.SpanKind.WAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.crawl.CrawlResult;
import lab.crawl.SpanKind;
import lab.crawl.Visit;
import lab.crawl.measure.JvmOverhead;
import lab.crawl.measure.MeasuredCrawl;
import lab.crawl.measure.Recording;
import lab.crawl.measure.Timeline;
import lab.crawl.measure.Timeline.LaneRecord;
import lab.crawl.measure.Timeline.TimedSpan;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timelines that are broken on purpose must each be caught. The good one: two pages by two lanes, in 50 ms. */
class TimelineRulesTest {
  private static final List<HttpUrl> URLS = List.of(HttpUrl.get("http://h/"), HttpUrl.get("http://h/a"));
  private static final Duration LATENCY = Duration.ofMillis(10);

  /** A span of a lane, in milliseconds. */
  private record S(String lane, SpanKind kind, int url, int begin, int end) {}

  private final List<S> spans = new ArrayList<>(List.of(
      new S("one", START, -1, 0, 2),
      new S("one", CONNECT, 0, 2, 3),
      new S("one", WAIT, 0, 3, 13),
      new S("one", RECEIVE, 0, 13, 14),
      new S("one", PARSE, 0, 14, 16),
      new S("one", CHECKSUM, 0, 16, 18),
      new S("one", STORE, 0, 18, 19),
      new S("two", WAIT, 1, 20, 31),
      new S("two", RECEIVE, 1, 31, 31),
      new S("two", PARSE, 1, 31, 32),
      new S("two", CHECKSUM, 1, 32, 33),
      new S("two", STORE, 1, 33, 50)));

  @Test
  void aGoodTimelinePasses() {
    TimelineRules.check(crawl(50), LATENCY, 1);
    assertThat(TimelineRules.laneNames(crawl(50))).containsExactly("one", "two");
    assertThat(TimelineRules.startedLanes(crawl(50))).containsExactly("one");
    assertThat(TimelineRules.spansByUrl(crawl(50)).get("http://h/a")).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({"2, wait", "3, receive", "4, parse", "5, checksum", "11, store"})
  void aSpanThatIsMissingIsCaught(int index, String label) {
    spans.remove(index);
    assertCaught("spans \"" + label + "\" of http://h/");
  }

  @Test
  void aSpanTooManyIsCaught() {
    spans.add(new S("two", PARSE, 1, 50, 50));
    assertCaught("spans \"parse\" of http://h/a");
  }

  @Test
  void aWrongOrderIsCaught() {
    spans.set(5, new S("one", STORE, 0, 16, 18));
    spans.set(6, new S("one", CHECKSUM, 0, 18, 19));
    assertCaught("begin of \"store\" of http://h/");
  }

  @Test
  void aLaneAtTwoThingsIsCaught() {
    spans.set(1, new S("one", CONNECT, 0, 1, 3));
    assertCaught("on lane one");
  }

  @Test
  void aSpanBeforeItsDiscoveryIsCaught() {
    spans.set(7, new S("two", WAIT, 1, 19, 31));
    assertCaught("first span of http://h/a, discovered at 20000");
  }

  @Test
  void aSpanAfterTheCrawlIsCaught() {
    spans.set(11, new S("two", STORE, 1, 33, 51));
    assertCaught("last end");
  }

  @Test
  void aWidthThatWasExceededIsCaught() {
    spans.add(new S("three", WAIT, -1, 25, 26));
    assertCaught("pages that are waited for at a time");
    TimelineRules.check(crawl(50), LATENCY, 2);
  }

  @Test
  void aCrawlThatBeatsItsBoundIsCaught() {
    assertThatThrownBy(() -> TimelineRules.check(crawl(50), Duration.ofMillis(26), 1)).hasMessageContaining("with the bound");
  }

  @Test
  void aCrawlThatWasNotRecordedIsCaught() {
    MeasuredCrawl crawl = crawl(50);
    MeasuredCrawl unrecorded =
        new MeasuredCrawl(
            crawl.result(), crawl.begunAt(), crawl.elapsed(), crawl.clientCpu(), crawl.overhead(), Optional.empty(), 0, Optional.empty());
    assertThatThrownBy(() -> TimelineRules.check(unrecorded, LATENCY, 1)).hasMessage("the crawl was not recorded");
  }

  private void assertCaught(String message) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> TimelineRules.check(crawl(50), LATENCY, 1))
        .withMessageContaining(message);
  }

  private MeasuredCrawl crawl(int elapsedMillis) {
    List<Visit> visits = new ArrayList<>();
    URLS.forEach(url -> visits.add(new Visit.Saved(url, 200, 1, "x", "y")));
    Map<String, List<String>> links = new LinkedHashMap<>();
    links.put(URLS.get(0).toString(), List.of(URLS.get(1).toString()));
    links.put(URLS.get(1).toString(), List.of());
    Recording recording = new Recording(timeline(elapsedMillis), links);
    return new MeasuredCrawl(new CrawlResult(visits, true, false), Instant.EPOCH, Duration.ofMillis(elapsedMillis),
        Duration.ofMillis(4), JvmOverhead.NONE, Optional.empty(), 0, Optional.of(recording));
  }

  private Timeline timeline(int elapsedMillis) {
    Map<String, List<TimedSpan>> lanes = new LinkedHashMap<>();
    for (S span : spans) {
      lanes.computeIfAbsent(span.lane, _ -> new ArrayList<>())
          .add(new TimedSpan(span.kind, span.url, span.begin * 1000L, (span.end - span.begin) * 1000L));
    }
    List<LaneRecord> records = new ArrayList<>();
    lanes.forEach((name, all) -> records.add(new LaneRecord(
        name,
        all.stream().map(span -> span.kind().label()).toList(),
        all.stream().map(TimedSpan::url).toList(),
        all.stream().map(TimedSpan::begin).toList(),
        all.stream().map(TimedSpan::length).toList())));
    List<String> urls = URLS.stream().map(HttpUrl::toString).toList();
    return new Timeline(0, elapsedMillis * 1000L, urls, List.of(0L, 20_000L), records);
  }
}
