package lab.compare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lab.compare.stats.PairedClaim;
import lab.crawl.measure.Json;
import lab.crawl.measure.LowerBound.Limit;
import org.junit.jupiter.api.Test;

class ResultsTest {

  @Test
  void theTypicalRunIsNearestToTheMedian() {
    Results results = Runs.of("sync", 5_000, 1_000, 1_100, 900).results();

    assertThat(results.typical("sync", true).elapsedMillis()).as("the median is 1,050; of two as near the first").isEqualTo(1_000);
    assertThat(results.typical("sync", false).elapsedMillis()).isEqualTo(2_000);
  }

  @Test
  void theMedianIsOfThoseThatAreKnown() {
    Results results = Runs.of("sync", 1_000).and(Runs.warm("sync", 2, 1_000).bound(400, Limit.WAITING))
        .and(Runs.warm("sync", 3, 1_000).bound(500, Limit.WAITING)).results();

    assertThat(results.median("sync", true, run -> run.bound().millis())).contains(450.0);
    assertThat(results.median("sync", false, run -> run.bound().millis())).isEmpty();
  }

  @Test
  void theSpeedUpIsTheMedianOfTheRoundsRatios() {
    Results results = Runs.of("sync", 900, 1_000, 2_000).and("async", 300, 400, 700).results();

    // By hand: 3, 2.5 and 2.86.
    assertThat(results.speedUp("async").orElseThrow().ratio()).isCloseTo(2_000.0 / 700, within(1e-9));
    assertThat(Runs.of("async", 300).results().speedUp("async")).isEmpty();
  }

  /** Two rounds in each of six JVMs, of which one is slow for as long as it lives. */
  @Test
  void eachOfSixJvmsCountsOnce() {
    Runs runs = new Runs();
    for (int round = 1; round <= 12; round++) {
      int jvm = (round + 1) / 2;
      runs.and(Runs.warm("sync", round, 1_000).inJvm(jvm), Runs.warm("async", round, jvm == 1 ? 1_001 : 500 + 100 * (round % 2)).inJvm(jvm));
    }
    PairedClaim claim = runs.results().timesAsFast("async", "sync");

    assertThat(claim.ratio()).as("550 is the median of a JVM's rounds").isCloseTo(1_000.0 / 550, within(1e-9));
    assertThat(claim.isFaster()).as("one JVM of six is slower, though two rounds of twelve would be allowed to be").isFalse();
  }

  /** Five JVMs can't claim anything, ten rounds can. */
  @Test
  void roundsCountWhereThereAreFewJvms() {
    Runs runs = new Runs();
    for (int round = 1; round <= 10; round++) {
      int jvm = (round + 1) / 2;
      runs.and(Runs.warm("sync", round, 1_000).inJvm(jvm), Runs.warm("async", round, 500).inJvm(jvm));
    }

    assertThat(runs.results().timesAsFast("async", "sync").isFaster()).isTrue();
  }

  @Test
  void theBestPossibleIsTheLowestOfAllRounds() {
    Results results = Runs.of(
        Runs.warm("sync", 1, 1_000).bound(800, Limit.WAITING), Runs.warm("sync", 2, 1_200).bound(700, Limit.MACHINE),
        Runs.warm("sync", 3, 1_400).bound(900, Limit.WAITING)).results();

    assertThat(results.bestPossible("sync")).contains(700.0);
    assertThat(results.efficiencyPercent("sync").orElseThrow()).isCloseTo(100 * 700.0 / 1_200, within(1e-9));
    assertThat(results.beatingTheBestPossible()).isEmpty();
  }

  @Test
  void aRoundThatBeatsTheBestPossibleIsFoundOut() {
    Results results = Runs.of(
        Runs.warm("sync", 1, 1_000).bound(800, Limit.WAITING), Runs.warm("sync", 2, 790).bound(795, Limit.WAITING)).results();

    assertThat(results.beatingTheBestPossible()).containsExactly("sync");
  }

  @Test
  void aJvmIsSteadyIfItsLastWarmUpsUsedEquallyMuch() {
    Results steady = Runs.of("sync", 1_000).results();
    Results falling = Runs.of("sync", 1_000)
        .and(Runs.warmUp("sync", 1, 3_000), Runs.warmUp("sync", 1, 1_100), Runs.warmUp("sync", 1, 1_000)).results();

    assertThat(steady.wasSteady("sync")).isTrue();
    assertThat(steady.warmUps("sync")).as("the cold one is the first").isEqualTo(11);
    assertThat(falling.wasSteady("sync")).isFalse();
  }

  @Test
  void variantsStandInTheOrderOfTheFirstRound() {
    Results results = Runs.of("b", 1).and("a", 1).and(Runs.warm("a", 2, 1)).results();

    assertThat(results.variants()).containsExactly("b", "a");
    assertThat(results.rounds()).isEqualTo(2);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Results results = Runs.of(Runs.cold("sync", 1, 2_000).onARealSite(), Runs.warm("sync", 1, 1_000).bound(500, Limit.WAITING)).results();

    assertThat(Json.read(Json.pretty(results), Results.class)).isEqualTo(results);
  }
}
