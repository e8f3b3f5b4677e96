package lab.compare.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A made-up crawl of a made-up site, whose pages each link to a dozen more: it replays which lane would take up which page
 * when, and gives the timeline of that. All times in µs.
 */
public final class SampleCrawl {
  private static final int LINKS = 12;
  private static final int WAIT = 10_000;

  private final Random random = new Random(7);
  private final String variant;
  private final boolean warm;
  private final int[] discovered;
  private final List<Lane> lanes = new ArrayList<>();
  private final int width;
  private final int computing;

  /**
   * @param width how many pages are fetched at a time
   * @param computing how long a page is worked on, all stages together
   */
  public SampleCrawl(String variant, boolean warm, int pages, int width, int computing) {
    this.variant = variant;
    this.warm = warm;
    this.width = width;
    this.computing = computing;
    discovered = new int[pages];
    Arrays.fill(discovered, 1, pages, Integer.MAX_VALUE);
  }

  /** What the page shall have as the URLs of so many pages. */
  public static List<String> urls(int pages) {
    return IntStream.range(0, pages).mapToObj(i -> "http://127.0.0.1:18089/org/jsoup/nodes/Page" + i + ".html").toList();
  }

  /** Lanes that first start for about as long as this. */
  SampleCrawl starting(int length) {
    for (int i = 0; i < width; i++) {
      Lane lane = lane(i);
      lane.add("start", -1, length + random.nextInt(length / 4));
    }
    return this;
  }

  /** Each lane waits for a page and then works on it. */
  public Map<String, Object> sameLane(String name) {
    for (int page = 0; page < discovered.length; page++) {
      Lane lane = nextFree(width);
      fetch(lane, page);
      discoverLinks(page, compute(lane, page));
    }
    return timeline(i -> name.equals("main") ? name : name + (i + 1));
  }

  /** Some lanes wait; one loop does all the work, and is late for its timer while it does. */
  public Map<String, Object> onLoop() {
    Lane loop = new Lane();
    for (int page = 0; page < discovered.length; page++) {
      Lane lane = nextFree(width);
      fetch(lane, page);
      loop.free = Math.max(loop.free, lane.free);
      discoverLinks(page, compute(loop, page));
    }
    lanes.add(loop);
    Lane lag = new Lane();
    for (int at = 20_000; at < loop.free; at += 50_000) {
      lag.free = at;
      lag.add("lag", -1, (int) (computing * (0.3 + 2 * random.nextDouble())));
    }
    lanes.add(lag);
    return timeline(i -> i < width ? "fetch " + (i + 1) : i == width ? "crawler-loop" : "loop lag");
  }

  private Lane lane(int index) {
    while (lanes.size() <= index) {
      lanes.add(new Lane());
    }
    return lanes.get(index);
  }

  private Lane nextFree(int count) {
    lane(count - 1);
    return lanes.subList(0, count).stream().min(Comparator.comparingInt(lane -> lane.free)).orElseThrow();
  }

  private void fetch(Lane lane, int page) {
    lane.free = Math.max(lane.free, discovered[page]) + 40;
    if (lane.url.stream().noneMatch(url -> url >= 0)) {
      lane.add("connect", page, 900);
    }
    lane.add("wait", page, WAIT + random.nextInt(1_200));
    lane.add("receive", page, 200 + random.nextInt(300));
  }

  /** Works on a page, and tells when its links are known. */
  private int compute(Lane lane, int page) {
    int whole = (int) (computing * (0.6 + 0.8 * random.nextDouble()));
    lane.add("parse", page, whole * 3 / 10);
    int parsed = lane.free;
    lane.add("checksum", page, whole * 6 / 10);
    lane.add("store", page, whole / 10);
    return parsed;
  }

  private void discoverLinks(int page, int at) {
    for (int link = page * LINKS + 1; link <= (page + 1) * LINKS && link < discovered.length; link++) {
      discovered[link] = at;
    }
  }

  private Map<String, Object> timeline(IntFunction<String> name) {
    int elapsed = lanes.stream().mapToInt(lane -> lane.free).max().orElse(0) + 2_000;
    Map<String, Object> timeline = new LinkedHashMap<>();
    timeline.put("variant", variant);
    timeline.put("warm", warm);
    timeline.put("round", 1);
    timeline.put("elapsedMicros", elapsed);
    timeline.put("boundMillis", 0.9 * elapsed / 1_000);
    timeline.put("urls", IntStream.range(0, discovered.length).toArray());
    timeline.put("discovered", discovered);
    timeline.put("lanes", IntStream.range(0, lanes.size()).mapToObj(i -> lanes.get(i).json(name.apply(i))).toList());
    int[] at = IntStream.rangeClosed(1, Math.max(1, elapsed / 100_000)).map(i -> i * 100_000).toArray();
    double busy = variant.equals("sync") ? 35 : 160;
    timeline.put("samples", Map.of("at", at, "cpuPercent", Arrays.stream(at).mapToDouble(i -> busy * (0.8 + 0.4 * random.nextDouble())).toArray()));
    if (variant.equals("virtual")) {
      timeline.put("virtualThreads", Map.of("at", at, "mounted", Arrays.stream(at).map(i -> i / 100_000 % 3).toArray(),
          "queued", Arrays.stream(at).map(i -> i / 100_000 % 2).toArray()));
    }
    return timeline;
  }

  /** A lane, and when it is free again. */
  private static final class Lane {
    private final List<String> kind = new ArrayList<>();
    private final List<Integer> url = new ArrayList<>();
    private final List<Integer> begin = new ArrayList<>();
    private final List<Integer> length = new ArrayList<>();
    private int free;

    void add(String kind, int url, int length) {
      this.kind.add(kind);
      this.url.add(url);
      this.begin.add(free);
      this.length.add(length);
      free += length;
    }

    Map<String, Object> json(String name) {
      return Map.of("name", name, "kind", kind, "url", url, "begin", begin, "length", length);
    }
  }
}
