package lab.compare.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Data for the report as a comparison would give it, made up but plausible, and the same at each call. */
public final class SampleReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SampleReport() {}

  /** All five variants on 376 pages, cold and warm. */
  static String comparison() {
    List<Object> timelines = new ArrayList<>();
    for (boolean warm : new boolean[] {false, true}) {
      timelines.add(new SampleCrawl("sync", warm, 376, 1, warm ? 4_000 : 8_500).sameLane("main"));
      timelines.add(new SampleCrawl("threads", warm, 376, 8, warm ? 17_000 : 42_000).sameLane("crawler-"));
      timelines.add(new SampleCrawl("virtual", warm, 376, 8, warm ? 18_500 : 35_000).sameLane("virtual thread "));
      timelines.add(new SampleCrawl("async", warm, 376, 8, warm ? 3_500 : 8_000).onLoop());
      timelines.add(new SampleCrawl("procs", warm, 376, 8, warm ? 19_000 : 60_000).starting(warm ? 4_300_000 : 8_200_000).sameLane("worker 471"));
    }
    Map<String, Object> data = frame("javadoc, latency 10ms · concurrency 8 · 40 checksum rounds a page · 2 rounds");
    data.put("headline", List.of(
        "threads was 4.1× faster than sync, at 51 % of the best possible; it was bound by computing.",
        "async needed one thread for its crawl, and was 4.0× faster than sync.",
        "procs spent 4.3 s of its 6.0 s on starting its workers: too much for a site of this size."));
    data.put("warnings", List.of("The machine was busy with other things: it had 0.7 of its 2 cores left when the comparison began."));
    data.put("variants", List.of(
        variant("sync", 7390, 5660, 1.0, 1, 22, 5402.1, "waiting", "more width"),
        variant("threads", 2600, 1370, 4.1, 8, 31, 702.4, "computing", "more cores"),
        variant("virtual", 2210, 1440, 3.9, 8, 27, 702.4, "computing", "more cores"),
        variant("async", 3160, 1420, 4.0, 8, 21, 1240.0, "computing", "the CPU work off the loop (--offload)"),
        variant("procs", 11840, 6020, 0.9, 6, 164, 702.4, "computing", "fewer workers, started earlier")));
    data.put("timelines", timelines);
    return json(data);
  }

  /** One variant with as many spans as are asked for, six a page, on some lanes. */
  static String ofSpans(int spans, int lanes) {
    Map<String, Object> data = frame("a large crawl");
    data.put("variants", List.of(variant("threads", 2600, 1370, 4.1, lanes, 31, 702.4, "computing", "more cores")));
    data.put("timelines", List.of(new SampleCrawl("threads", true, spans / 6, lanes, 700).sameLane("crawler-")));
    return json(data);
  }

  /** Two results, before and after a change. */
  static String diff() {
    Map<String, Object> data = frame("before.json against after.json");
    data.put("headline", List.of("threads got 18 % faster; async did not change."));
    data.put("diff", Map.of("left", "before.json", "right", "after.json", "rows", List.of(
        Map.of("variant", "threads", "warm", true, "left", spread(1670), "right", spread(1370), "ratio", 0.82,
            "verdict", "faster: the spreads do not overlap"),
        Map.of("variant", "async", "warm", true, "left", spread(1440), "right", spread(1420), "ratio", 0.99,
            "verdict", "no difference: the spreads overlap"))));
    return json(data);
  }

  /** Width from 1 to 64; one figure is missing. */
  static String sweep() {
    List<Integer> values = List.of(1, 2, 4, 8, 16, 32, 64);
    Map<String, Object> data = frame("javadoc · concurrency from 1 to 64");
    data.put("headline", List.of("threads stops gaining at a width of 8: from there on it is bound by computing."));
    data.put("sweep", Map.of("option", "concurrency", "unit", "", "values", values, "series", List.of(
        series("threads", 3, 66, 128, 215, 274, 290, 296, 291),
        series("async", 2, 70, 134, 221, 240, 238, 241, Double.NaN))));
    return json(data);
  }

  /** A small report again and again, each time without some other key: of the report, or one of each thing within it. */
  static List<String> eachWithoutSomeKey() {
    return eachWithoutSomeKey(ofSpans(60, 2), "/variants/0", "/timelines/0", "/timelines/0/lanes/0");
  }

  /**
   * Any page's data again and again, each time without some other key.
   *
   * @param inner where else than at the top keys may be missing, as JSON pointers
   */
  public static List<String> eachWithoutSomeKey(String whole, String... inner) {
    List<String> reports = new ArrayList<>(List.of("{}"));
    keys(tree(whole)).forEach(key -> reports.add(without(tree(whole), "", key)));
    List<String> places = List.of(inner);
    int most = places.stream().mapToInt(place -> keys(tree(whole).at(place)).size()).max().orElseThrow();
    for (int i = 0; i < most; i++) {
      JsonNode report = tree(whole);
      // The innermost first: a place may go with what holds it.
      for (String place : places.reversed()) {
        List<String> keys = keys(report.at(place));
        without(report, place, keys.get(i % keys.size()));
      }
      reports.add(report.toString());
    }
    return reports;
  }

  /** The keys that may be missing: a lane without its spans, or a variant without its name, is nothing. */
  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    keys.removeAll(List.of("name", "variant", "begin", "length"));
    return keys;
  }

  private static String without(JsonNode report, String place, String key) {
    ((ObjectNode) report.at(place)).remove(key);
    return report.toString();
  }

  private static JsonNode tree(String report) {
    try {
      return JSON.readTree(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> series(String variant, int knee, double... pagesPerSecond) {
    List<Double> measured = new ArrayList<>(DoubleStream.of(pagesPerSecond).boxed().toList());
    measured.replaceAll(value -> value.isNaN() ? null : value);
    List<Double> best = IntStream.range(0, pagesPerSecond.length).mapToObj(i -> Math.min(72.0 * (1 << i), 340)).toList();
    return Map.of("variant", variant, "pagesPerSecond", measured, "boundPagesPerSecond", best, "knee", knee);
  }

  private static Map<String, Object> frame(String title) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("title", title);
    data.put("machine", "2 cores · 25 GB · Linux 6.18.44 amd64 · Eclipse Adoptium 25.0.3+9-LTS · heap up to 1.1 GB a JVM");
    data.put("plan", Map.of("concurrency", 8, "checksumRounds", 40, "depth", "unlimited", "retries", 2));
    data.put("verified", List.of(
        "Checked: 20 crawls, one site digest: 391080f7013b3ab27830041e4e2494f582a9d6c14e6d140126111d0b424947b9",
        "376 URLs verified in each: same outcome, status, length, SHA-256 and checksum.",
        "The server counted 376 requests in each."));
    data.put("command", "mvn -q package exec:exec@compare -DskipTests -Dargs=\"--rounds 2 --concurrency 8 --latency 10ms\"");
    data.put("begunAt", "2026-11-22T19:02:11Z");
    return data;
  }

  private static Map<String, Object> variant(
      String name, double cold, double warm, double speedUp, int inFlight, int threads, double bound, String limit, String advice) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("name", name);
    figures.put("cold", spread(cold));
    figures.put("warm", spread(warm));
    figures.put("speedUp", speedUp);
    figures.put("cpuMillis", name.equals("procs") ? 11_050 : 2_220);
    figures.put("utilisationPercent", name.equals("sync") ? 34.4 : 163.2);
    figures.put("inFlight", inFlight);
    figures.put("threads", threads);
    figures.put("rssBytes", 261_000_000L);
    figures.put("startMillis", 950);
    figures.put("boundMillis", bound);
    figures.put("efficiencyPercent", 100 * bound / warm);
    figures.put("bindingLimit", limit);
    figures.put("advice", advice);
    return figures;
  }

  private static Map<String, Double> spread(double median) {
    return Map.of("medianMillis", median, "minMillis", median * 0.93, "maxMillis", median * 1.11);
  }

  private static String json(Map<String, Object> data) {
    try {
      return JSON.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
