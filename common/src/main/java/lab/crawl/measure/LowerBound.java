package lab.crawl.measure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The least elapsed time that a design could reach on a site: no schedule of it, however lucky, is faster. Elapsed time
 * above the bound is what the implementation costs; elapsed time below it says that the measurement is wrong.
 *
 * <p>The model: a page's fetch holds one of {@code width} slots for the page's latency; then its stages need one
 * processor for its CPU time, and in some designs the slot as well; then the pages that it links to are known, and can
 * be fetched. Three limits follow, and whichever is the highest binds:
 *
 * <ul>
 *   <li>Waiting, the <em>work law</em> on slots: so much latency (and CPU time, if that holds the slot), so many slots. It
 *       holds from any moment t on: a page whose release (the first moment at which it can be known) is t or later can't
 *       have begun before t. So at t all that such pages will hold slots for is still to come. At most {@code width} of it
 *       passes at a time, so the last of them isn't done before t + (what they hold ÷ width), and the bound is the highest
 *       of these over all t.
 *   <li>Computing, the work law on processors.
 *   <li>Discovering, the <em>span law</em>: the critical path, the dearest page at the end of its cheapest chain of links.
 * </ul>
 *
 * <p>The two laws: R. D. Blumofe and C. E. Leiserson, "Scheduling Multithreaded Computations by Work Stealing", Journal
 * of the ACM 46(5), 1999; and the chapter on multithreaded (4th edition: parallel) algorithms in Cormen, Leiserson,
 * Rivest and Stein, <em>Introduction to Algorithms</em>. That with one kind of processor a greedy schedule takes less than
 * twice such a bound: R. L. Graham, "Bounds for Certain Multiprocessing Anomalies", Bell System Technical Journal 45(9),
 * 1966, and "Bounds on Multiprocessing Timing Anomalies", SIAM Journal on Applied Mathematics 17(2), 1969; R. P. Brent,
 * "The Parallel Evaluation of General Arithmetic Expressions", Journal of the ACM 21(2), 1974.
 *
 * @param waitingMillis the least time that the fetches take
 * @param computingMillis the least time that the client's CPU work takes
 * @param discoveringMillis the least time until the last page is known and done, with any width and any machine
 * @param spareCores whether computing is bound by the design's lanes while the machine has cores beside them
 */
public record LowerBound(double waitingMillis, double computingMillis, double discoveringMillis, boolean spareCores) {

  private static final double ROUNDING = 1e-9;

  /**
   * One page, as it was measured.
   *
   * @param latencyMillis how long its fetch takes at least, 0 or more
   * @param cpuMillis CPU time of its stages, 0 or more
   * @param links indexes of the pages that it links to; to itself or to one of them twice makes no difference
   */
  public record Page(double latencyMillis, double cpuMillis, int[] links) {

    /**
     * Checks the times and copies the links.
     *
     * @throws IllegalArgumentException when a time is negative, infinite or not a number
     */
    public Page {
      checkTime("latency", latencyMillis);
      checkTime("CPU time", cpuMillis);
      links = links.clone();
    }
  }

  /**
   * What a design has to work with.
   *
   * @param width most fetches in flight, 1 or more
   * @param cores of the machine, 1 or more
   * @param cpuLanes most threads or processes that it computes on: 1 for one thread or one loop
   * @param slotHeldWhileComputing true if who has fetched a page also works on it before its next fetch, as a thread does; false
   *     if the next fetch begins meanwhile, as on an event loop
   * @param otherCpuMillis CPU time of the client beside the pages' stages (compiler, collector, I/O), which may be
   *     spent on any core
   */
  public record Design(int width, int cores, int cpuLanes, boolean slotHeldWhileComputing, double otherCpuMillis) {

    /**
     * Checks every value.
     *
     * @throws IllegalArgumentException when a number is below 1, or the CPU time negative, infinite or not a number
     */
    public Design {
      checkCount("width", width);
      checkCount("cores", cores);
      checkCount("CPU lanes", cpuLanes);
      checkTime("other CPU time", otherCpuMillis);
    }
  }

  /** What keeps a design from being faster. */
  public enum Limit {
    /** Too few fetches in flight. */
    WAITING,
    /** Too few processors at work. */
    COMPUTING,
    /** Chains of links: a page can't be fetched before it is known. */
    DISCOVERING,
    /** Too few processors for crawler and site together. Only whoever knows the site's CPU time can find it; no bound of a design is this. */
    MACHINE;

    /** In one word, for tables and files. */
    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The one thing that would lower a bound. */
  public enum Advice {
    /** More fetches in flight. */
    WIDTH("more width"),
    /** More processors. */
    CORES("more cores"),
    /** More threads at work, on processors that are there. */
    LANE("another lane: spread the work over cores"),
    /** Another site. */
    CHAINS("nothing but a site with shorter chains of links"),
    /** More processors for crawler and site together. */
    MACHINE("more cores, or the site on another machine");

    private final String words;

    Advice(String words) {
      this.words = words;
    }

    /** In English, for the terminal and files. */
    @JsonValue
    public String words() {
      return words;
    }
  }

  /**
   * The bound of a design on a site.
   *
   * @param pages what is fetched; the first one is the seed
   * @throws IllegalArgumentException when there are no pages, a link leads nowhere, or no chain of links leads to a page
   */
  public static LowerBound of(List<Page> pages, Design design) {
    double[] releases = releases(pages);
    double cpu = pages.stream().mapToDouble(Page::cpuMillis).sum();
    double onCores = (cpu + design.otherCpuMillis) / design.cores;
    double onLanes = cpu / Math.min(design.cpuLanes, design.cores);
    return new LowerBound(
        waiting(pages, releases, design), Math.max(onCores, onLanes), discovering(pages, releases), onLanes > onCores);
  }

  /** The bound, in milliseconds: the highest of the three limits. */
  public double millis() {
    return Math.max(Math.max(waitingMillis, computingMillis), discoveringMillis);
  }

  /** The limit that is the bound. Of equal ones the one that is harder to lift, because lifting the other alone helps nothing. */
  public Limit bindingLimit() {
    if (isAsHighAsAny(discoveringMillis)) {
      return Limit.DISCOVERING;
    }
    return isAsHighAsAny(computingMillis) ? Limit.COMPUTING : Limit.WAITING;
  }

  /** The same times, added up in another order, may differ in their last digits. */
  private boolean isAsHighAsAny(double limitMillis) {
    return limitMillis >= millis() * (1 - ROUNDING);
  }

  /** The one thing that would lower the bound. */
  public Advice advice() {
    return switch (bindingLimit()) {
      case WAITING -> Advice.WIDTH;
      case COMPUTING -> spareCores ? Advice.LANE : Advice.CORES;
      case DISCOVERING -> Advice.CHAINS;
      case MACHINE -> Advice.MACHINE;
    };
  }

  private static double waiting(List<Page> pages, double[] releases, Design design) {
    List<Integer> lastReleasedFirst =
        indexes(pages).sorted(Comparator.comparingDouble((Integer page) -> -releases[page])).toList();
    double most = 0;
    double held = 0;
    for (int page : lastReleasedFirst) {
      held += pages.get(page).latencyMillis + (design.slotHeldWhileComputing ? pages.get(page).cpuMillis : 0);
      most = Math.max(most, releases[page] + held / design.width);
    }
    return most;
  }

  private static double discovering(List<Page> pages, double[] releases) {
    return indexes(pages).mapToDouble(page -> done(page, pages, releases)).max().orElseThrow();
  }

  /** The first moment at which each page can be known: Dijkstra's shortest paths, where the pages have the lengths. */
  private static double[] releases(List<Page> pages) {
    double[] releases = new double[pages.size()];
    Arrays.fill(releases, Double.POSITIVE_INFINITY);
    boolean[] settled = new boolean[pages.size()];
    PriorityQueue<Known> queue = new PriorityQueue<>(Comparator.comparingDouble(Known::release));
    know(0, 0, releases, queue);
    while (!queue.isEmpty()) {
      int page = queue.remove().page;
      if (!settled[page]) {
        settled[page] = true;
        for (int link : pages.get(page).links) {
          know(link, done(page, pages, releases), releases, queue);
        }
      }
    }
    checkAllKnown(releases);
    return releases;
  }

  private static void know(int page, double release, double[] releases, PriorityQueue<Known> queue) {
    if (page < 0 || page >= releases.length) {
      throw new IllegalArgumentException("no page " + page + ": there are " + releases.length);
    }
    if (release < releases[page]) {
      releases[page] = release;
      queue.add(new Known(page, release));
    }
  }

  private static double done(int page, List<Page> pages, double[] releases) {
    return releases[page] + pages.get(page).latencyMillis + pages.get(page).cpuMillis;
  }

  private static Stream<Integer> indexes(List<Page> pages) {
    return IntStream.range(0, pages.size()).boxed();
  }

  private static void checkAllKnown(double[] releases) {
    for (int page = 0; page < releases.length; page++) {
      if (releases[page] == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException("no chain of links leads from the seed to page " + page);
      }
    }
  }

  private static void checkTime(String name, double millis) {
    if (!(millis >= 0 && millis < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " " + millis + " ms: must be 0 or more");
    }
  }

  private static void checkCount(String name, int count) {
    if (count < 1) {
      throw new IllegalArgumentException(name + " " + count + ": must be 1 or more");
    }
  }

  /** A page in the queue, which may be there more than once: only its first time counts. */
  private record Known(int page, double release) {}
}
