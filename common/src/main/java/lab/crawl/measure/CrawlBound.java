package lab.crawl.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.SpanKind.Group;
import lab.crawl.Variant;

/** Finds the {@link LowerBound} of a crawl that was recorded. */
public final class CrawlBound {
  /** A process's own CPU time and the kernel's are counted apart: so much too much may have been counted, and a bound may not rely on it. */
  private static final double CPU_CLOCK_ERROR_MILLIS = 2 * CpuTimes.MILLIS_PER_TICK;

  private final MeasuredCrawl crawl;
  private final Recording recording;
  private final double latencyMillis;

  private CrawlBound(MeasuredCrawl crawl, Recording recording, Duration latency) {
    this.crawl = crawl;
    this.recording = recording;
    this.latencyMillis = latency.toNanos() / 1e6;
  }

  /**
   * The bound of one crawl.
   *
   * @param crawl a crawl that went through; its own spans say what each page cost
   * @param latency what every reply takes at least; empty if that is unknown, as on a real site
   * @param width most fetches that the design has in flight, 1 or more
   * @return empty if the crawl was not recorded, was not complete, or the latency is unknown
   */
  public static Optional<LowerBound> of(MeasuredCrawl crawl, Optional<Duration> latency, int width) {
    if (latency.isEmpty() || crawl.recording().isEmpty() || !crawl.result().isComparable()) {
      return Optional.empty();
    }
    return new CrawlBound(crawl, crawl.recording().get(), latency.get()).bound(width);
  }

  /**
   * The bound of one crawl by a variant. With an interpreter lock there is none: a page's spans hold how long its thread waited for
   * the lock, so that they don't tell what the page cost.
   */
  public static Optional<LowerBound> of(MeasuredCrawl crawl, Optional<Duration> latency, Variant variant, CrawlPlan plan) {
    return plan.work().interpreterLock() ? Optional.empty() : of(crawl, latency, variant.width(plan));
  }

  private Optional<LowerBound> bound(int width) {
    return recording.whole() ? boundOfLinks(width) : Optional.of(boundOfSums(width));
  }

  /** Of a crawl that was too large to be kept: as if all of its pages had been known from the beginning. Also a bound, a lower one. */
  private LowerBound boundOfSums(int width) {
    int pages = crawl.result().fetched();
    double cpu = Math.min(millis(recording.computing()), paidMillis());
    var page = new LowerBound.Page(latencyMillis * pages, cpu, new int[0]);
    LowerBound alone = LowerBound.of(List.of(page), design(width, cpu));
    double held = page.latencyMillis() + (lanesDoBoth() ? cpu : 0);
    return new LowerBound(held / width, alone.computingMillis(), 0, alone.spareCores());
  }

  private Optional<LowerBound> boundOfLinks(int width) {
    List<LowerBound.Page> pages = pages();
    if (pages.isEmpty()) {
      return Optional.empty();
    }
    double pagesCpu = pages.stream().mapToDouble(LowerBound.Page::cpuMillis).sum();
    return Optional.of(LowerBound.of(pages, design(width, pagesCpu)));
  }

  private LowerBound.Design design(int width, double pagesCpu) {
    double otherCpu = Math.max(0, paidMillis() - pagesCpu - CPU_CLOCK_ERROR_MILLIS);
    int cores = Runtime.getRuntime().availableProcessors();
    return new LowerBound.Design(width, cores, lanesThatCompute(), lanesDoBoth(), otherCpu);
  }

  /** As many as ever computed: one for a single thread or an event loop. */
  private int lanesThatCompute() {
    long lanes = recording.timeline().lanes().stream()
        .filter(lane -> lane.spans().anyMatch(span -> span.kind().isComputing()))
        .count();
    return (int) Math.max(1, lanes);
  }

  /** Whether who fetches a page also works on it, as a thread does; an event loop's fetches have lanes of their own. */
  private boolean lanesDoBoth() {
    return recording.timeline().lanes().stream()
        .anyMatch(lane -> lane.spans().anyMatch(span -> span.kind().isComputing())
            && lane.spans().anyMatch(span -> span.kind().group() == Group.WAITING));
  }

  /** The pages that were fetched, the seed first. */
  private List<LowerBound.Page> pages() {
    List<String> urls = List.copyOf(recording.links().keySet());
    Map<String, Integer> places = new HashMap<>();
    urls.forEach(url -> places.put(url, places.size()));
    Map<String, Double> cpu = cpuMillis();
    List<LowerBound.Page> pages = new ArrayList<>();
    for (String url : urls) {
      int[] links = recording.links().get(url).stream().map(places::get).filter(Objects::nonNull).mapToInt(i -> i).toArray();
      pages.add(new LowerBound.Page(latencyMillis, cpu.getOrDefault(url, 0.0), links));
    }
    return pages;
  }

  /**
   * What each page's stages cost. Where nobody counts processor time (on virtual threads), it is how long they took, which is more
   * when more threads wanted a core than there were: then all are scaled down to what the client's processor time can have paid for.
   */
  private Map<String, Double> cpuMillis() {
    Map<String, Double> millis = new HashMap<>();
    recording.computingOfPages().forEach((url, cost) -> millis.put(url, millis(cost)));
    double all = millis.values().stream().mapToDouble(Double::doubleValue).sum();
    double scale = all > paidMillis() ? paidMillis() / all : 1;
    millis.replaceAll((_, value) -> value * scale);
    return millis;
  }

  /** Without the compiler's and the collector's part: another run of the same program may do with less of them. */
  private double paidMillis() {
    return Math.max(0, millis(crawl.clientCpu().minus(crawl.overhead().all())));
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
