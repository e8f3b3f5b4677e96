package lab.crawl.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlerThreads.CrawlerThread;
import lab.crawl.Journal;
import lab.crawl.Lane;
import lab.crawl.Span;
import lab.crawl.SpanKind;
import lab.crawl.Visit;
import okhttp3.HttpUrl;

/**
 * Records one crawl: who was at what when, and which page links which. What is recorded is looked at only when the crawl is
 * over. Of a crawl with more than {@link #MOST_PAGES} pages only the first spans are kept, the sums of all, and no links.
 *
 * <p>The maps of pages belong to whoever owns the frontier just then, as all calls of a {@link CrawlListener} do. Lanes may
 * be asked for by any thread: they lie in a concurrent map.
 */
public final class Recorder implements CrawlListener {
  /** The most pages whose every step is kept: more can't be looked at, and would fill the heap. */
  static final int MOST_PAGES = 20_000;

  private static final String VIRTUAL_THREADS = "virtual thread";

  private final CrawlListener next;
  private final Map<String, Long> discovered = new HashMap<>();
  private final Map<String, List<String>> links = new LinkedHashMap<>();
  private final Map<HttpUrl, Long> handedOut = new HashMap<>();
  private final List<Duration> visits = new ArrayList<>();
  private final Map<String, RecordedLane> lanes = new ConcurrentHashMap<>();
  private final Map<String, RecordedLane> stacks = new ConcurrentHashMap<>();
  private final CarrierWatch carriers = new CarrierWatch();
  private final long madeAt = System.nanoTime();
  private int pages;
  /** Whoever owns the frontier sets it, lanes read it. */
  private volatile boolean full;

  /**
   * Records the next crawl that it listens to.
   *
   * @param next is told of everything, too
   */
  public Recorder(CrawlListener next) {
    this.next = next;
  }

  @Override
  public void begun(HttpUrl url) {
    pages++;
    if (pages > MOST_PAGES) {
      full = true;
      discovered.clear();
      links.clear();
      handedOut.clear();
      visits.clear();
    } else {
      long now = System.nanoTime();
      discovered.putIfAbsent(url.toString(), now);
      handedOut.put(url, now);
    }
    next.begun(url);
  }

  @Override
  public void linked(HttpUrl page, List<String> outlinks) {
    if (!full) {
      long now = System.nanoTime();
      outlinks.forEach(outlink -> discovered.putIfAbsent(outlink, now));
      links.put(page.toString(), outlinks);
    }
    next.linked(page, outlinks);
  }

  @Override
  public void visited(Visit visit, int visited, int known) {
    Long begin = handedOut.remove(visit.url());
    if (begin != null) {
      visits.add(Duration.ofNanos(System.nanoTime() - begin));
    }
    next.visited(visit, visited, known);
  }

  @Override
  public Journal journal() {
    return next.journal();
  }

  @Override
  public Lane lane() {
    Thread thread = Thread.currentThread();
    if (thread.isVirtual()) {
      carriers.begin();
      return stack(VIRTUAL_THREADS);
    }
    RecordedLane known = lanes.get(thread.getName());
    return known == null ? newLane(thread) : known;
  }

  private Lane newLane(Thread thread) {
    Lane lane = lane(thread.getName());
    if (thread instanceof CrawlerThread started && started.madeAt() >= madeAt) {
      lane.add(new Span(SpanKind.START, Optional.empty(), started.madeAt(), System.nanoTime()));
    }
    return lane;
  }

  @Override
  public Lane lane(String name) {
    return lanes.computeIfAbsent(name, _ -> new RecordedLane(name, () -> full));
  }

  @Override
  public Lane stack(String name) {
    return stacks.computeIfAbsent(name, _ -> new RecordedLane(name, () -> full));
  }

  /** When each URL was first heard of, in this JVM's nanoseconds; also of those that were never fetched. */
  Map<String, Long> discovered() {
    return discovered;
  }

  /** What each page that was visited links, in the order of the visits. */
  Map<String, List<String>> links() {
    return links;
  }

  /** How long each page took from when it was handed out until what came of it was recorded. */
  List<Duration> visits() {
    return visits;
  }

  /** What all computing cost, of pages that weren't kept, too. */
  Duration computing() {
    return Duration.ofNanos(allLanes()
        .mapToLong(lane -> Stream.of(SpanKind.values()).filter(SpanKind::isComputing).mapToLong(lane::cost).sum())
        .sum());
  }

  /** What computing cost for each page that was kept. */
  Map<String, Duration> computingOfPages() {
    Map<String, Duration> costs = new HashMap<>();
    allLanes()
        .flatMap(lane -> lane.spans().stream())
        .filter(span -> span.kind().isComputing() && span.url().isPresent())
        .forEach(span -> costs.merge(span.url().get().toString(), Duration.ofNanos(span.cost()), Duration::plus));
    return costs;
  }

  private Stream<RecordedLane> allLanes() {
    return Stream.concat(lanes.values().stream(), stacks.values().stream());
  }

  /** Ends the watch over virtual threads, and gives what it saw; nothing if there were none. */
  List<CarrierWatch.Look> carriers() {
    return carriers.end();
  }

  /** Whether all was kept. */
  boolean isWhole() {
    return !full;
  }

  /** All lanes by name, sorted; none of them has two spans at a time. */
  Map<String, List<Span>> lanes() {
    Map<String, List<Span>> all = new TreeMap<>(new LaneOrder());
    lanes.forEach((name, lane) -> all.put(name, lane.spans()));
    stacks.forEach((name, stack) -> all.putAll(LaneStack.unstacked(name, stack.spans())));
    return all;
  }
}
