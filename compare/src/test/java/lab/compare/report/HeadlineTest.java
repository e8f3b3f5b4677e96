package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.compare.run.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {

  @ParameterizedTest
  @CsvSource({
      "waiting, it was bound by its width",
      "computing, it was bound by computing",
      "discovering, it was bound by the site's chains of links"})
  void saysHowMuchFasterTheFastestWasHowGoodThatIsAndWhatBoundIt(String limit, String words) {
    Runs runs = Runs.of("sync", 10_000).and("threads", 5_000)
        .and(Runs.cold("async", 1, 3_000), Runs.warm("async", 1, 2_000).bound(1_900, limit));

    assertThat(headline(runs))
        .containsExactly("async was 5.0× faster than sync, at 95 % of the best possible; " + words + ".");
  }

  @Test
  void whoOverlapsWithTheYardstickWasNotFasterThanIt() {
    assertThat(headline(Runs.of("sync", 1_000, 1_200).and("async", 950, 1_050))).containsExactly(
        "async was the fastest.", "sync can't be told from it: the spreads overlap.");
  }

  @Test
  void tellsMediansAndNotTheLuckiestRound() {
    Runs runs = Runs.of("sync", 9_000, 10_000, 11_000).and("threads", 1_000, 6_000, 6_000).and("async", 4_000, 5_000, 5_500);

    assertThat(headline(runs)).first().isEqualTo("async was 2.0× faster than sync.");
  }

  @Test
  void anUnknownBoundIsNotSpokenOf() {
    assertThat(headline(Runs.of("sync", 10_000).and("async", 4_000))).containsExactly("async was 2.5× faster than sync.");
  }

  @Test
  void namesThoseThatCannotBeToldFromTheFastest() {
    Runs runs = Runs.of("sync", 10_000, 10_000).and("threads", 2_200, 2_600).and("virtual", 2_201, 2_600)
        .and("procs", 2_100, 3_000).and("async", 2_000, 2_200);

    assertThat(headline(runs)).as("2,200 is as good as one of the fastest, 2,201 isn't").containsExactly(
        "async was 4.8× faster than sync.",
        "threads and procs can't be told from it: the spreads overlap.");
  }

  @Test
  void joinsManyNamesAsASentenceDoes() {
    Runs runs = Runs.of("a", 2_000).and("b", 2_000).and("c", 2_000).and("d", 2_000);

    assertThat(headline(runs)).containsExactly("a was the fastest.", "b, c and d can't be told from it: the spreads overlap.");
  }

  @Test
  void whoTookLongerThanSyncIsNamed() {
    Runs runs = Runs.of("sync", 1_000, 2_000).and("threads", 1_900, 2_500).and("procs", 3_000, 3_000).and("async", 500, 500);

    assertThat(headline(runs)).as("of threads the spreads overlap").containsExactly(
        "async was 3.0× faster than sync.", "procs took 2.0× as long as sync.");
  }

  @Test
  void syncItselfMayBeTheFastest() {
    Runs runs = Runs.of(Runs.cold("sync", 1, 3_000), Runs.warm("sync", 1, 2_000).bound(1_000, "computing"))
        .and("threads", 3_000).and("procs", 5_000);

    assertThat(headline(runs)).containsExactly(
        "sync was the fastest, at 50 % of the best possible; it was bound by computing.",
        "threads took 1.5× as long as sync and procs took 2.5× as long as sync.");
  }

  @Test
  void withoutSyncNothingIsHeldAgainstIt() {
    assertThat(headline(Runs.of("threads", 3_000).and("async", 2_000))).containsExactly("async was the fastest.");
  }

  private static List<String> headline(Runs runs) {
    return new Headline(runs.results()).sentences();
  }
}
