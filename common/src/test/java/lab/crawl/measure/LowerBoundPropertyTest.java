package lab.crawl.measure;

import static lab.crawl.measure.LowerBoundTest.flat;
import static lab.crawl.measure.LowerBoundTest.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.crawl.measure.LowerBound.Design;
import lab.crawl.measure.LowerBound.Page;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No schedule beats the bound, and some attain it: tried on thousands of made-up crawls in imagined time. */
class LowerBoundPropertyTest {
  private static final int SITES = 3_000;
  private static final int SCHEDULES_A_SITE = 5;
  /** What adding the same times in another order may change. */
  private static final double ROUNDING = 1e-6;

  /** A bound to be tried, in milliseconds. */
  private interface Bound {
    double of(List<Page> pages, Design design);
  }

  /** A site and a design to crawl it with. */
  private record Crawl(List<Page> pages, Design design) {}

  @Test
  void noScheduleBeatsTheBound() {
    assertThat(counterexample((pages, design) -> LowerBound.of(pages, design).millis())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void aWrongBoundIsBeaten(Bound wrong) {
    assertThat(counterexample(wrong)).isPresent();
  }

  static Stream<Named<Bound>> aWrongBoundIsBeaten() {
    return Stream.of(
        Named.of("one slot too few", (pages, design) ->
            bound(pages, design, less(design.width()), design.cores(), design.cpuLanes())),
        Named.of("a slot held while computing on a loop, too", (pages, design) ->
            LowerBound.of(pages, new Design(design.width(), design.cores(), design.cpuLanes(), true, design.otherCpuMillis()))
                .millis()),
        Named.of("one core too few", (pages, design) ->
            bound(pages, design, design.width(), less(design.cores()), design.cpuLanes())),
        Named.of("one lane too few", (pages, design) ->
            bound(pages, design, design.width(), design.cores(), less(design.cpuLanes()))),
        Named.of("waiting and computing one after the other", (pages, design) -> {
          LowerBound bound = LowerBound.of(pages, design);
          return bound.waitingMillis() + bound.computingMillis();
        }),
        Named.of("waiting and discovering one after the other", (pages, design) -> {
          LowerBound bound = LowerBound.of(pages, design);
          return bound.waitingMillis() + bound.discoveringMillis();
        }),
        Named.of("a page known by one chain only", (pages, design) -> LowerBound.of(oneChainEach(pages), design).millis()));
  }

  @Test
  void greedyAttainsTheBoundOfAFlatSite() {
    attains(flat(8, 10, 0), new Design(4, 2, 2, false, 0), 30);
  }

  @Test
  void greedyAttainsTheBoundOfAChain() {
    attains(List.of(page(10, 2, 1), page(30, 0, 2), page(5, 7)), new Design(3, 2, 1, true, 0), 54);
  }

  @Test
  void greedyAttainsTheBoundOfPureWorkOnAllCores() {
    attains(flat(8, 0, 0.5), new Design(20, 2, 2, false, 0.5), 2.5);
  }

  @Test
  void greedyAttainsTheBoundOfOneLane() {
    attains(flat(9, 0, 4), new Design(20, 4, 1, false, 40), 40);
  }

  @Test
  void greedyAttainsTheBoundOfOneThread() {
    attains(flat(9, 10, 4), new Design(1, 2, 1, true, 0), 140);
  }

  private static void attains(List<Page> pages, Design design, double millis) {
    assertThat(LowerBound.of(pages, design).millis()).isEqualTo(millis);
    assertThat(new Schedule(pages, design, Schedule.Luck.GREEDY).elapsed()).isCloseTo(millis, within(ROUNDING));
  }

  /** The first crawl that is faster than its bound, if there is one. */
  private static Optional<String> counterexample(Bound bound) {
    return IntStream.range(0, SITES).boxed().flatMap(seed -> counterexample(bound, seed).stream()).findFirst();
  }

  private static Optional<String> counterexample(Bound bound, int seed) {
    Random random = new Random(seed);
    Crawl crawl = randomCrawl(random);
    double least = bound.of(crawl.pages, crawl.design);
    for (int i = 0; i < SCHEDULES_A_SITE; i++) {
      Schedule.Luck luck = i == 0 ? Schedule.Luck.GREEDY : new RandomLuck(random, i < 3 ? 0 : 0.2);
      double elapsed = new Schedule(crawl.pages, crawl.design, luck).elapsed();
      if (elapsed < least - ROUNDING) {
        return Optional.of("seed " + seed + ", schedule " + i + ": " + elapsed + " ms, bound " + least + " ms, " + crawl.design);
      }
    }
    return Optional.empty();
  }

  private static Crawl randomCrawl(Random random) {
    List<Page> pages = randomPages(random);
    int width = 1 + random.nextInt(6);
    int cores = 1 + random.nextInt(4);
    double otherCpu = random.nextBoolean() ? 0 : random.nextDouble(200);
    return switch (random.nextInt(3)) {
      case 0 -> new Crawl(pages, new Design(width, cores, 1 + random.nextInt(4), false, otherCpu)); // a loop and its helpers
      case 1 -> new Crawl(pages, new Design(width, cores, width, true, otherCpu)); // threads
      default -> new Crawl(pages, new Design(1, cores, 1, true, otherCpu)); // one thread
    };
  }

  /** Each page but the seed is linked by an earlier one, so that all are reachable, and there are links at random. */
  private static List<Page> randomPages(Random random) {
    int size = 1 + random.nextInt(20);
    double latency = random.nextInt(100);
    double cpu = random.nextInt(50);
    List<List<Integer>> links = new ArrayList<>();
    for (int page = 0; page < size; page++) {
      links.add(new ArrayList<>(random.ints(random.nextInt(3), 0, size).boxed().toList()));
      if (page > 0) {
        // Often the seed, for flat sites are where width counts.
        links.get(random.nextBoolean() ? 0 : random.nextInt(page)).add(page);
      }
    }
    return links.stream()
        .map(list -> page(time(random, latency), time(random, cpu), list.stream().mapToInt(Integer::intValue).toArray()))
        .toList();
  }

  /** Half of them the usual time, for equal times are where schedules are tight. */
  private static double time(Random random, double usual) {
    return random.nextBoolean() ? usual : random.nextDouble() * 2 * usual;
  }

  private static double bound(List<Page> pages, Design design, int width, int cores, int lanes) {
    return LowerBound.of(pages, new Design(width, cores, lanes, design.slotHeldWhileComputing(), design.otherCpuMillis())).millis();
  }

  private static int less(int number) {
    return Math.max(1, number - 1);
  }

  /** The same pages, each linked only by the last page before it that links it. */
  private static List<Page> oneChainEach(List<Page> pages) {
    return IntStream.range(0, pages.size())
        .mapToObj(from -> {
          int[] links = IntStream.of(pages.get(from).links()).filter(to -> from == lastBefore(to, pages)).toArray();
          return page(pages.get(from).latencyMillis(), pages.get(from).cpuMillis(), links);
        })
        .toList();
  }

  private static int lastBefore(int to, List<Page> pages) {
    return IntStream.range(0, to)
        .filter(from -> IntStream.of(pages.get(from).links()).anyMatch(link -> link == to))
        .max()
        .orElse(-1);
  }

  private record RandomLuck(Random random, double idleness) implements Schedule.Luck {
    @Override
    public int next(int ready) {
      return random.nextInt(ready);
    }

    @Override
    public double needlessWait() {
      return random.nextDouble() < idleness ? 1 + random.nextInt(50) : 0;
    }

    @Override
    public int slices() {
      return 1 + random.nextInt(3);
    }
  }
}
