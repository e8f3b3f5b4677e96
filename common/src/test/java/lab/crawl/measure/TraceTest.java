package lab.crawl.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lab.crawl.measure.Timeline.LaneRecord;
import org.junit.jupiter.api.Test;

/** The names are those of the "Trace Event Format", as Perfetto and Chrome read them: so they are spelt out here. */
class TraceTest {
  private static final Timeline SYNC = new Timeline(0, 100, List.of("http://h/", "http://h/a"), List.of(0L, 20L), List.of(
      new LaneRecord("main", List.of("wait", "parse", "wait"), List.of(0, 0, 1), List.of(3L, 10L, 25L),
          List.of(7L, 5L, 60L))));
  private static final Timeline LOOP = new Timeline(0, 100, List.of("http://h/"), List.of(0L), List.of(
      new LaneRecord("fetch 1", List.of("wait"), List.of(0), List.of(1L), List.of(8L)),
      new LaneRecord("loop lag", List.of("lag"), List.of(-1), List.of(10L), List.of(2L))));

  @Test
  void namesTheCrawlAndItsLane() throws Exception {
    assertThat(events(Map.of("sync", SYNC)).filter(event -> event.get("ph").asText().equals("M"))).containsExactly(
        json("""
            {"name":"process_name","cat":"__metadata","ph":"M","ts":0,"pid":1,"tid":0,"args":{"name":"sync"}}"""),
        json("""
            {"name":"thread_name","cat":"__metadata","ph":"M","ts":0,"pid":1,"tid":1,"args":{"name":"main"}}"""),
        json("""
            {"name":"thread_sort_index","cat":"__metadata","ph":"M","ts":0,"pid":1,"tid":1,"args":{"sort_index":1}}"""));
  }

  @Test
  void aSpanIsACompleteEventInMicroseconds() throws Exception {
    assertThat(events(Map.of("sync", SYNC)).filter(event -> event.get("ph").asText().equals("X"))).containsExactly(
        json("""
            {"name":"wait","cat":"waiting","ph":"X","ts":3,"dur":7,"pid":1,"tid":1,"args":{"url":"http://h/"}}"""),
        json("""
            {"name":"parse","cat":"computing","ph":"X","ts":10,"dur":5,"pid":1,"tid":1,"args":{"url":"http://h/"}}"""),
        json("""
            {"name":"wait","cat":"waiting","ph":"X","ts":25,"dur":60,"pid":1,"tid":1,"args":{"url":"http://h/a"}}"""));
  }

  @Test
  void theWaitInTheFrontierIsAPairOfAsynchronousEvents() throws Exception {
    assertThat(events(Map.of("sync", SYNC)).filter(event -> event.has("id"))).containsExactly(
        json("""
            {"name":"queue","cat":"frontier","ph":"b","ts":0,"pid":1,"tid":0,"id":"1/0","args":{"url":"http://h/"}}"""),
        json("""
            {"name":"queue","cat":"frontier","ph":"e","ts":3,"pid":1,"tid":0,"id":"1/0"}"""),
        json("""
            {"name":"queue","cat":"frontier","ph":"b","ts":20,"pid":1,"tid":0,"id":"1/1","args":{"url":"http://h/a"}}"""),
        json("""
            {"name":"queue","cat":"frontier","ph":"e","ts":25,"pid":1,"tid":0,"id":"1/1"}"""));
  }

  @Test
  void aSpanThatIsNoPagesHasNoUrl() throws Exception {
    assertThat(events(Map.of("async", LOOP)).filter(event -> event.get("name").asText().equals("lag"))).containsExactly(
        json("""
            {"name":"lag","cat":"lag","ph":"X","ts":10,"dur":2,"pid":1,"tid":2,"args":{}}"""));
  }

  /** Viewers tie asynchronous events together by their ids, also those of two processes. */
  @Test
  void twoCrawlsShareNeitherProcessNorId() throws Exception {
    Map<String, Timeline> crawls = new LinkedHashMap<>();
    crawls.put("sync", SYNC);
    crawls.put("async", LOOP);
    List<JsonNode> events = events(crawls).toList();
    assertThat(events.stream().filter(event -> event.get("name").asText().equals("process_name")))
        .extracting(event -> event.get("pid").asInt(), event -> event.get("args").get("name").asText())
        .containsExactly(tuple(1, "sync"), tuple(2, "async"));
    assertThat(events.stream().filter(event -> event.get("ph").asText().equals("b")).map(event -> event.get("id").asText()))
        .containsExactly("1/0", "1/1", "2/0");
  }

  @Test
  void theFileHoldsNoNull() {
    String text = Json.line(Trace.of(Map.of("sync", SYNC)));
    assertThat(text).startsWith("{\"traceEvents\":[{").endsWith("],\"displayTimeUnit\":\"ms\"}").doesNotContain("null");
  }

  private static Stream<JsonNode> events(Map<String, Timeline> crawls) throws Exception {
    JsonNode trace = json(Json.line(Trace.of(crawls)));
    return StreamSupport.stream(trace.get("traceEvents").spliterator(), false);
  }

  private static JsonNode json(String text) throws Exception {
    return JsonMapper.builder().build().readTree(text);
  }
}
