package lab.crawl.measure;

import static lab.crawl.SpanKind.CONNECT;
import static lab.crawl.SpanKind.RECEIVE;
import static lab.crawl.SpanKind.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import lab.crawl.Span;
import lab.crawl.SpanKind;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneStackTest {

  @Test
  void nothingNeedsNoLane() {
    assertThat(LaneStack.unstacked("fetch", List.of())).isEmpty();
  }

  @Test
  void onePageAfterAnotherNeedsOneLane() {
    Span a = span("a", WAIT, 0, 10);
    Span b = span("b", WAIT, 10, 20);
    assertThat(LaneStack.unstacked("fetch", List.of(b, a))).isEqualTo(Map.of("fetch 1", List.of(a, b)));
  }

  /** Page b comes while a is there; c takes the lane of b, which is free first; d takes the lowest of two free ones. */
  @Test
  void aPageTakesTheLowestFreeLane() {
    Span a = span("a", WAIT, 0, 30);
    Span b = span("b", WAIT, 5, 15);
    Span c = span("c", WAIT, 20, 25);
    Span d = span("d", WAIT, 30, 40);
    Map<String, List<Span>> lanes = LaneStack.unstacked("fetch", List.of(b, c, a, d));
    assertThat(lanes).containsOnlyKeys("fetch 1", "fetch 2");
    assertThat(lanes.get("fetch 1")).containsExactly(a, d);
    assertThat(lanes.get("fetch 2")).containsExactly(b, c);
  }

  /** While a pauses before it tries again its lane looks free, but it isn't. */
  @Test
  void aPagesSpansStayTogetherAcrossAGap() {
    Span first = span("a", CONNECT, 0, 10);
    Span second = span("a", WAIT, 50, 60);
    Span third = span("a", RECEIVE, 60, 70);
    Span b = span("b", WAIT, 20, 40);
    Map<String, List<Span>> lanes = LaneStack.unstacked("fetch", List.of(first, b, second, third));
    assertThat(lanes).isEqualTo(Map.of("fetch 1", List.of(first, second, third), "fetch 2", List.of(b)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void thereAreAsManyLanesAsPagesAtATime(long seed) {
    Random random = new Random(seed);
    List<Span> spans = new ArrayList<>();
    int[] pagesAt = new int[1000];
    for (int page = 0; page < 60; page++) {
      int begin = random.nextInt(800);
      int middle = begin + 1 + random.nextInt(50);
      int end = middle + 1 + random.nextInt(50);
      spans.add(span("p" + page, WAIT, begin, middle));
      spans.add(span("p" + page, RECEIVE, middle, end));
      for (int at = begin; at < end; at++) {
        pagesAt[at]++;
      }
    }
    Collections.shuffle(spans, random);
    Map<String, List<Span>> lanes = LaneStack.unstacked("x", spans);
    assertThat(lanes).hasSize(Arrays.stream(pagesAt).max().orElseThrow());
    assertThat(lanes.values().stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(spans);
    lanes.values().forEach(LaneStackTest::assertOneAfterAnother);
  }

  private static void assertOneAfterAnother(List<Span> lane) {
    for (int i = 1; i < lane.size(); i++) {
      assertThat(lane.get(i).begin()).isGreaterThanOrEqualTo(lane.get(i - 1).end());
    }
  }

  private static Span span(String page, SpanKind kind, long begin, long end) {
    return new Span(kind, Optional.of(HttpUrl.get("http://example.org/" + page)), begin, end);
  }
}
