package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lab.compare.run.Runs;
import lab.compare.run.Runs.Run;
import lab.crawl.measure.SiteRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each warning, and how it stays away just below its threshold. Crawls take 10 s on two cores: 20 s of CPU time in all. */
class WarningsTest {

  @Test
  void allIsWell() {
    assertThat(warnings(Runs.of("sync", 10_000, 10_000, 10_000).and("async", 2_000, 2_000, 2_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3000, ''", "3200, 'others (programs, or the host of a virtual machine) had 16 % of it'"})
  void othersMayUse15PercentOfTheMachine(double othersCpu, String words) {
    assertWarns(threeTimes(Runs.warm("sync", 1, 10_000).othersCpu(othersCpu)), words);
  }

  @Test
  void aMomentOfOthersIsNotABusyMachine() {
    Runs runs = Runs.of(
        Runs.warm("sync", 1, 10_000).othersCpu(15_000), Runs.warm("sync", 2, 10_000), Runs.warm("sync", 3, 10_000));

    assertThat(warnings(runs)).as("the median is 0").isEmpty();
  }

  @Test
  void whoWasMeasuredBeforeItWasWarmIsNamed() {
    Runs runs = Runs.of("sync", 10_000).and("async", 2_000)
        .and(Runs.warmUp("async", 1, 5_000), Runs.warmUp("async", 1, 3_000), Runs.warmUp("async", 1, 2_000));

    assertWarns(runs, "The CPU time of async had not levelled off when it was measured: give more --warm-ups.");
  }

  @ParameterizedTest
  @CsvSource({
      "50, 80, ''",
      "50, 81, 'it replied after 81 ms with sync, and not after 50 ms'",
      "2, 8, ''",
      "2, 8.1, 'it replied after 8 ms with sync, and not after 2 ms'",
      "0, 100, ''"})
  void repliesMayTakeHalfAsLongAgainAndFiveMilliseconds(double latency, double reply, String words) {
    SiteRecord site = new SiteRecord("flat:7", Optional.of("some"), Optional.of(latency), "http://h/");

    assertWarns(threeTimes(Runs.warm("sync", 1, 10_000).replies(reply)).on(site), words);
  }

  @Test
  void everyVariantWithLateRepliesIsNamed() {
    Runs runs = threeTimes(Runs.warm("sync", 1, 10_000).replies(20), Runs.warm("async", 1, 10_000).replies(30));

    assertThat(warnings(runs)).singleElement().asString().contains("20 ms with sync, 30 ms with async");
  }

  @Test
  void ofARealSiteNobodyKnowsWhatIsLate() {
    SiteRecord site = new SiteRecord("http://h/", Optional.empty(), Optional.empty(), "http://h/");

    assertThat(warnings(threeTimes(Runs.warm("sync", 1, 10_000).onARealSite()).on(site))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"8900, ''", "9000, 'With sync, crawler and site together used all cores'"})
  void clientAndSiteMayUse95PercentOfTheMachine(double serverCpu, String words) {
    assertWarns(threeTimes(Runs.warm("sync", 1, 10_000).cpu(10_000).serverCpu(serverCpu)), words);
  }

  @ParameterizedTest
  @CsvSource({
      "10, 40, 9, ''",
      "10, 40, 8, 'The width was 10, but the site never saw so many requests at a time: 8 with async.'",
      "10, 39, 8, ''"})
  void aLongCrawlFillsNineTenthsOfItsWidth(int width, int pages, int peak, String words) {
    assertWarns(threeTimes(Runs.warm("async", 1, 10_000).pages(pages).inFlight(peak)).by(Runs.plan(width, 0)), words);
  }

  @Test
  void syncHasNoWidthToFill() {
    assertThat(warnings(threeTimes(Runs.warm("sync", 1, 10_000).pages(1_000).inFlight(1)))).isEmpty();
  }

  /** Three equal rounds, so that there is nothing to say about their number. */
  private static Runs threeTimes(Run... runs) {
    Runs all = new Runs();
    for (int round = 1; round <= 3; round++) {
      for (Run run : runs) {
        all.and(run.inRound(round));
      }
    }
    return all;
  }

  private static void assertWarns(Runs runs, String words) {
    if (words.isEmpty()) {
      assertThat(warnings(runs)).isEmpty();
    } else {
      assertThat(warnings(runs)).singleElement().asString().contains(words);
    }
  }

  private static List<String> warnings(Runs runs) {
    return new Warnings(runs.results(), Texts.ENGLISH).lines();
  }
}
