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
import java.util.stream.Stream;

/** Data for the report as a comparison would give it, made up but plausible, and the same at each call. */
public final class SampleReport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FigureText FIGURES = new FigureText(Texts.ENGLISH);

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
        variant("sync", 7390, 5660, 5402.1),
        variant("threads", 2600, 1370, 702.4),
        variant("virtual", 2210, 1440, 702.4),
        variant("async", 3160, 1420, 1240.0),
        variant("procs", 11840, 6020, 702.4)));
    data.put("designs", List.of(
        Map.of("variant", "sync", "elapsed", "5.66 s (5.26–6.28)", "notice", "The yardstick; it was bound by its width."),
        Map.of("variant", "threads", "elapsed", "1.37 s (1.27–1.52)", "notice", "4.10 times as fast (3.90–4.30) as sync.")));
    data.put("tables", tables());
    data.put("urls", SampleCrawl.urls(376));
    data.put("timelines", timelines);
    return json(data);
  }

  /** One variant with as many spans as are asked for, six a page, on some lanes. */
  static String ofSpans(int spans, int lanes) {
    Map<String, Object> data = frame("a large crawl");
    data.put("variants", List.of(variant("threads", 2600, 1370, 702.4)));
    data.put("tables", tables());
    data.put("urls", SampleCrawl.urls(spans / 6));
    data.put("timelines", List.of(new SampleCrawl("threads", true, spans / 6, lanes, 700).sameLane("crawler-")));
    return json(data);
  }

  /** Two results, before and after a change. */
  static String diff() {
    Map<String, Object> data = frame("before.json against after.json");
    data.put("headline", List.of("threads got 18 % faster; async did not change."));
    data.put("diff", Map.of("left", "before.json", "right", "after.json", "rows", List.of(
        Map.of("variant", "threads", "warm", true, "left", spread(1670), "right", spread(1370), "ratio", 0.82, "ratioText", "0.82",
            "verdict", "faster: the spreads do not overlap"),
        Map.of("variant", "async", "warm", true, "left", spread(1440), "right", spread(1420), "ratio", 0.99, "ratioText", "0.99",
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

  /** Reports without what Java has put into words: nothing but names, times and the words of the page itself. */
  static List<String> withoutItsWords() {
    List<String> words = List.of("title", "headline", "designs", "warnings", "tables", "machine", "plan", "verified");
    return Stream.of(comparison(), diff(), sweep()).map(SampleReport::tree).map(report -> {
      words.forEach(((ObjectNode) report)::remove);
      report.at("/diff/rows").forEach(row -> ((ObjectNode) row).remove("verdict"));
      return report.toString();
    }).toList();
  }

  /** A small report again and again, each time without some other key: of the report, or one of each thing within it. */
  static List<String> eachWithoutSomeKey() {
    return eachWithoutSomeKey(ofSpans(60, 2), "/variants/0", "/variants/0/warmCpu", "/variants/0/jvms/0", "/tables/0",
        "/timelines/0", "/timelines/0/lanes/0");
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
    return Map.of("variant", variant, "pagesPerSecond", measured, "boundPagesPerSecond", best, "knee", knee,
        "texts", measured.stream().map(one -> one == null ? FigureText.NONE : FIGURES.whole(one)).toList(),
        "boundTexts", best.stream().map(FIGURES::whole).toList());
  }

  private static Map<String, Object> frame(String title) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("title", title);
    data.put("machine", "2 cores · 25 GB · Linux 6.18.44 amd64 · Eclipse Adoptium 25.0.3+9-LTS · heap up to 1.1 GB a JVM");
    data.put("plan", Map.of("concurrency", 8, "checksumRounds", 40, "seeds", List.of("http://h/a", "http://h/b"),
        "limits", Map.of("maxDepth", 3, "maxPages", Integer.MAX_VALUE), "retries", Map.of("patience", 30_000)));
    data.put("verified", List.of(
        "Checked: 20 crawls, one site digest: 391080f7013b3ab27830041e4e2494f582a9d6c14e6d140126111d0b424947b9",
        "376 URLs verified in each: same outcome, status, length, SHA-256 and checksum.",
        "The server counted 376 requests in each."));
    data.put("command", "mvn -q package exec:exec@compare -DskipTests -Dargs=\"--rounds 2 --concurrency 8 --latency 10ms\"");
    data.put("begunAt", "2026-11-22T19:02:11Z");
    return data;
  }

  private static Map<String, Object> variant(String name, double cold, double warm, double bound) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("name", name);
    figures.put("cold", spread(cold));
    figures.put("warm", spread(warm));
    figures.put("best", amount(bound));
    figures.put("coldCpu", cpu(4 * bound));
    figures.put("warmCpu", cpu(bound));
    figures.put("siteCpu", amount(120));
    figures.put("othersCpu", amount(12));
    figures.put("jvms", List.of(jvm(warm, 8), jvm(warm, 9)));
    return figures;
  }

  private static Map<String, Object> amount(double millis) {
    return Map.of("millis", millis, "text", FIGURES.seconds(millis));
  }

  private static Map<String, Object> cpu(double millis) {
    return Map.of("whole", amount(millis), "pages", amount(0.6 * millis), "compiling", amount(0.3 * millis),
        "collecting", amount(0.1 * millis));
  }

  private static Map<String, Object> jvm(double warm, int warmUps) {
    List<Double> crawls = IntStream.range(0, warmUps + 3).mapToObj(i -> warm * (1 + 3.0 / (1 + i))).toList();
    return Map.of("cpuMillis", crawls, "elapsedMillis", crawls, "measuredFrom", warmUps + 1);
  }

  /** As {@link FiguresTable} gives them. */
  private static List<Object> tables() {
    return List.of(
        Map.of("title", "How fast",
            "headings", List.of("variant", "warm, s", "(min–max)", "best possible, s", "unknown", "words: what would help"),
            "rows", List.of(
                List.of("sync", "1.08", "(1.00–1.20)", "5.40", "–", "more width"),
                List.of("threads", "1.52", "(1.50–1.60)", "0.70", "–", "more cores"))),
        Map.of("title", "What it cost", "headings", List.of("variant", "CPU, s", "in flight", "(peak)"),
            "rows", List.of(List.of("sync", "2.22", "0.8", "(1)"), List.of("threads", "2.22", "5.9", "(8)"))));
  }

  private static Map<String, Object> spread(double median) {
    return Map.of("medianMillis", median, "minMillis", median * 0.93, "maxMillis", median * 1.11,
        "rounds", List.of(median * 0.93, median, median * 1.11), "text", FIGURES.seconds(median), "range", "(0.93–1.11)");
  }

  private static String json(Map<String, Object> data) {
    try {
      return JSON.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
