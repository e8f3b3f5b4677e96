package lab.lecture.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.compare.run.Runs;
import lab.crawl.cli.CrawlTarget;
import lab.lecture.verdicts.Figure;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** What is made of measured crawls. */
class RoundsTest {
  private static final CrawlTarget SITE = new CrawlTarget(List.of(HttpUrl.get("http://h/")), Runs.SITE, Optional.empty());
  private static final Setup ONE = Setup.of("one", "sync", SITE, 1);
  private static final Setup FOUR = Setup.of("four", "threads", SITE, 4);

  @Test
  void aSpeedUpIsTakenRoundByRound() {
    Rounds rounds = new Rounds(Map.of(ONE, crawls(100, 0, 400, 0), FOUR, crawls(50, 0, 100, 0)));

    Figure speedUp = rounds.speedUp(FOUR, ONE);

    assertThat(speedUp.values()).containsExactly(2.0, 4.0);
    assertThat(speedUp.name()).isEqualTo("speed-up of four over one");
  }

  @Test
  void theProcessorThatWasLeftIsThatOfTheOneWhoHadLeast() {
    double all = 100.0 * Runtime.getRuntime().availableProcessors();
    Rounds rounds = new Rounds(Map.of(ONE, crawls(100, 5, 100, 40), FOUR, crawls(100, 20, 100, 0)));

    assertThat(rounds.processorLeft(ONE, FOUR).values()).containsExactly(all - 20, all - 40);
    assertThat(rounds.processorLeft(FOUR).values()).containsExactly(all - 20, all);
  }

  /** Milliseconds and what others had in percent of one crawl, of the next, and so on. */
  private static List<Crawl> crawls(double... millisAndOthers) {
    List<Crawl> crawls = new ArrayList<>();
    for (int i = 0; i < millisAndOthers.length; i += 2) {
      crawls.add(new Crawl(Runs.warm("any", i, millisAndOthers[i]).record(), Optional.empty(), millisAndOthers[i + 1], true));
    }
    return crawls;
  }
}
