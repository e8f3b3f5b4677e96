package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import lab.compare.run.Runs;
import lab.crawl.measure.LowerBound.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {

  @ParameterizedTest
  @CsvSource({
      "WAITING, it was bound by its width",
      "COMPUTING, it was bound by computing",
      "MACHINE, 'the machine, with the site on it, was full'",
      "DISCOVERING, it was bound by the site's chains of links"})
  void saysHowManyTimesAsFastTheFastestWasHowGoodThatIsAndWhatBoundIt(Limit limit, String words) {
    Runs runs = Runs.of("sync", six(10_000));
    for (int round = 1; round <= 6; round++) {
      runs.and(Runs.warm("async", round, 2_000).bound(1_900, limit));
    }

    assertThat(headline(runs)).containsExactly(
        "async was 5.00 times as fast (5.00–5.00) as sync, at 95 % of the best possible; " + words + ".");
  }

  @Test
  void theOthersAreToldWithTheirIntervals() {
    Runs runs = Runs.of("sync", six(10_000)).and("async", six(2_000)).and("threads", six(2_500)).and("procs", six(20_000));

    assertThat(headline(runs)).containsExactly(
        "async was 5.00 times as fast (5.00–5.00) as sync.",
        "Beside sync: threads 4.00 times as fast (4.00–4.00) and procs 0.50 times as fast (0.50–0.50).");
  }

  @Test
  void whoWasSlowerInOneRoundOfSixCanNotBeTold() {
    Runs runs = Runs.of("sync", six(10_000)).and("async", 2_000, 2_000, 2_000, 2_000, 2_000, 2_000)
        .and("threads", 2_100, 2_100, 2_100, 2_100, 2_100, 1_990);

    assertThat(headline(runs)).last().isEqualTo("threads can't be told from it.");
  }

  @Test
  void whoCanNotBeToldFromTheYardstickIsNotSaidToBeFaster() {
    Runs runs = Runs.of("sync", 1_000, 1_000, 1_000, 1_000, 1_000, 900).and("async", 950, 950, 950, 950, 950, 950);

    assertThat(headline(runs)).containsExactly("async had the lowest median.", "sync can't be told from it.");
  }

  @Test
  void fewRoundsClaimNothing() {
    assertThat(headline(Runs.of("sync", 10_000).and("async", 2_000))).containsExactly(
        "async had the lowest median.", "One round is too few to say which one is faster: that takes 6.");
    assertThat(headline(Runs.of("sync", 10_000, 10_000).and("async", 2_000, 2_000))).last()
        .isEqualTo("2 rounds are too few to say which one is faster: that takes 6.");
  }

  @Test
  void joinsManyNamesAsASentenceDoes() {
    Runs runs = Runs.of("a", six(2_000)).and("b", six(2_000)).and("c", six(2_000)).and("d", six(2_000));

    assertThat(headline(runs)).containsExactly("a had the lowest median.", "b, c and d can't be told from it.");
    assertThat(new Headline(runs.results(), Texts.ENGLISH).sentencesBesideLines()).last().isEqualTo("b, c and d can't be told from a.");
  }

  @Test
  void eachDesignHasItsLine() {
    Runs runs = Runs.of("sync", six(10_000)).and("async", 2_000, 2_000, 2_000, 2_000, 2_000, 2_100).and("threads", six(10_000));

    assertThat(new Headline(runs.results(), Texts.ENGLISH).lines()).containsExactly(
        new Headline.Line("sync", "10.00 s (10.00–10.00)", "The yardstick."),
        new Headline.Line("async", "2.00 s (2.00–2.10)", "5.00 times as fast (4.76–5.00) as sync."),
        new Headline.Line("threads", "10.00 s (10.00–10.00)", "Beside sync, no claim: can't be told apart."));
    assertThat(new Headline(runs.results(), Texts.ENGLISH).sentencesBesideLines())
        .containsExactly("async was 5.00 times as fast (4.76–5.00) as sync.");
  }

  private static double[] six(double millis) {
    double[] rounds = new double[6];
    Arrays.fill(rounds, millis);
    return rounds;
  }

  private static List<String> headline(Runs runs) {
    return new Headline(runs.results(), Texts.ENGLISH).sentences();
  }
}
