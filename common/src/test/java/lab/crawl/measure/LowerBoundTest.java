package lab.crawl.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lab.crawl.measure.LowerBound.Advice;
import lab.crawl.measure.LowerBound.Design;
import lab.crawl.measure.LowerBound.Limit;
import lab.crawl.measure.LowerBound.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds that were computed by hand. */
class LowerBoundTest {

  /** The seed is alone for 10 ms: so 8 pages by 4 take 20 ms after it, where all 90 ms by 4 were 22.5 ms. */
  @Test
  void aFlatSiteWaitsForItsSeedAndThenForItsSlots() {
    LowerBound bound = LowerBound.of(flat(8, 10, 0), new Design(4, 2, 2, false, 0));

    assertThat(bound).isEqualTo(new LowerBound(30, 0, 20, false));
    assertThat(bound.millis()).isEqualTo(30);
    assertThat(bound.bindingLimit()).isEqualTo(Limit.WAITING);
    assertThat(bound.advice()).isEqualTo(Advice.WIDTH);
  }

  /** Waiting counts the CPU time of a thread's pages, too; here it is nothing else, added up in another order. */
  @ParameterizedTest
  @ValueSource(ints = {3, 5, 8, 13, 21, 34, 55, 89, 144})
  void oneThreadWithNothingToWaitForIsBoundByComputing(int count) {
    List<Page> pages = new ArrayList<>(List.of(page(0, 0.1, IntStream.range(1, count).toArray())));
    IntStream.range(1, count).forEach(i -> pages.add(page(0, 0.1 * (i % 7 + 1))));
    LowerBound bound = LowerBound.of(pages, new Design(1, 2, 1, true, 0));

    assertThat(bound.bindingLimit()).isEqualTo(Limit.COMPUTING);
    assertThat(bound.advice()).isEqualTo(Advice.LANE);
  }

  @Test
  void aChainIsNoFasterWithAnyWidth() {
    List<Page> chain = List.of(page(10, 2, 1), page(10, 2, 2), page(10, 2));
    LowerBound bound = LowerBound.of(chain, new Design(100, 100, 100, false, 0));

    assertThat(bound.discoveringMillis()).isEqualTo(36);
    assertThat(bound.millis()).isEqualTo(36);
    assertThat(bound.bindingLimit()).isEqualTo(Limit.DISCOVERING);
    assertThat(bound.advice()).isEqualTo(Advice.CHAINS);
  }

  /** 100 pages of 10 + 4 ms, by 2 slots, but that the second slot has nothing to do until the seed is done at 14 ms. */
  @Test
  void aThreadWaitsForNoPageWhileItComputesAnother() {
    LowerBound bound = LowerBound.of(flat(99, 10, 4), new Design(2, 2, 2, true, 0));

    assertThat(bound.waitingMillis()).isEqualTo(14 + 99 * 14 / 2.0);
    assertThat(bound.bindingLimit()).isEqualTo(Limit.WAITING);
  }

  /** The seed is done at 14 ms, and the other 990 ms of latency by 100 are 9.9 ms. CPU is 100 × 4 + 100 ms, by 2. */
  @Test
  void aWideCrawlIsBoundByTheCores() {
    LowerBound bound = LowerBound.of(flat(99, 10, 4), new Design(100, 2, 8, false, 100));

    assertThat(bound).isEqualTo(new LowerBound(23.9, 250, 28, false));
    assertThat(bound.bindingLimit()).isEqualTo(Limit.COMPUTING);
    assertThat(bound.advice()).isEqualTo(Advice.CORES);
  }

  @Test
  void oneLaneLeavesCoresUnused() {
    LowerBound bound = LowerBound.of(flat(99, 10, 4), new Design(100, 4, 1, false, 100));

    assertThat(bound.computingMillis()).isEqualTo(400);
    assertThat(bound.advice()).isEqualTo(Advice.LANE);
  }

  @Test
  void oneLaneIsNotToBlameForWhatOthersCompute() {
    LowerBound bound = LowerBound.of(flat(9, 1, 1), new Design(10, 2, 1, false, 100));

    assertThat(bound.computingMillis()).isEqualTo(55);
    assertThat(bound.advice()).isEqualTo(Advice.CORES);
  }

  /** Page 3 is linked by page 1 (done at 110) and by page 2 (done at 25, and so it is known at 25). */
  @Test
  void aPageIsKnownByItsCheapestChain() {
    List<Page> site = List.of(page(10, 0, 1, 2), page(100, 0, 3), page(10, 5, 3), page(10, 0));

    assertThat(LowerBound.of(site, new Design(4, 4, 4, false, 0)).discoveringMillis()).isEqualTo(110);
    assertThat(LowerBound.of(site, new Design(1, 4, 4, false, 0)).waitingMillis()).isEqualTo(130);
    List<Page> longTail = List.of(page(10, 0, 1, 2), page(100, 0, 3), page(10, 5, 3), page(100, 0));
    assertThat(LowerBound.of(longTail, new Design(4, 4, 4, false, 0)).discoveringMillis()).isEqualTo(125);
  }

  /** A late burst: 10 ms, then a chain to 10 + 90 ms, then 10 pages of 10 ms by 2. */
  @Test
  void waitingCountsFromTheMomentThatABurstIsKnown() {
    List<Page> site = new ArrayList<>(List.of(page(10, 0, 1), page(90, 0, IntStream.range(2, 12).toArray())));
    IntStream.range(0, 10).forEach(_ -> site.add(page(10, 0)));

    assertThat(LowerBound.of(site, new Design(2, 2, 2, false, 0)).waitingMillis()).isEqualTo(150);
  }

  @Test
  void oneThreadWaitsForAllPages() {
    assertThat(LowerBound.of(flat(9, 10, 1), new Design(1, 2, 1, false, 0)).millis()).isEqualTo(101);
  }

  @Test
  void cyclesAndRepeatedLinksChangeNothing() {
    List<Page> site = List.of(page(10, 1, 0, 1, 1), page(20, 2, 0, 1));

    assertThat(LowerBound.of(site, new Design(4, 4, 4, false, 0)).discoveringMillis()).isEqualTo(33);
  }

  @Test
  void aTieIsDecidedByWhatIsHarderToLift() {
    assertThat(new LowerBound(5, 5, 5, false).bindingLimit()).isEqualTo(Limit.DISCOVERING);
    assertThat(new LowerBound(5, 5, 4, false).bindingLimit()).isEqualTo(Limit.COMPUTING);
    assertThat(new LowerBound(5, 4, 4, false).bindingLimit()).isEqualTo(Limit.WAITING);
  }

  @Test
  void limitsHaveLabels() {
    assertThat(Limit.values()).extracting(Limit::label).containsExactly("waiting", "computing", "discovering", "machine");
  }

  @Test
  void everyPageMustBeReachable() {
    Design any = new Design(1, 1, 1, false, 0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LowerBound.of(List.of(page(1, 1), page(1, 1, 0)), any))
        .withMessage("no chain of links leads from the seed to page 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LowerBound.of(List.of(page(1, 1, 7)), any))
        .withMessage("no page 7: there are 1");
    assertThatIllegalArgumentException().isThrownBy(() -> LowerBound.of(List.of(), any));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesTimesThatAreNone(double millis) {
    assertThatIllegalArgumentException().isThrownBy(() -> page(millis, 0)).withMessageStartingWith("latency " + millis);
    assertThatIllegalArgumentException().isThrownBy(() -> page(0, millis)).withMessageStartingWith("CPU time " + millis);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Design(1, 1, 1, false, millis))
        .withMessageStartingWith("other CPU time " + millis);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1, width 0", "1, 0, 1, cores 0", "1, 1, -1, CPU lanes -1"})
  void refusesADesignThatCanDoNothing(int width, int cores, int lanes, String wrong) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Design(width, cores, lanes, false, 0))
        .withMessage(wrong + ": must be 1 or more");
  }

  /** An index that links so many pages, all of the same latency and CPU time. */
  static List<Page> flat(int pages, double latency, double cpu) {
    List<Page> site = new ArrayList<>(List.of(page(latency, cpu, IntStream.rangeClosed(1, pages).toArray())));
    IntStream.range(0, pages).forEach(_ -> site.add(page(latency, cpu)));
    return site;
  }

  static Page page(double latency, double cpu, int... links) {
    return new Page(latency, cpu, links);
  }
}
